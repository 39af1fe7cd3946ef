/** A person stops the countdown. */
import type { Policy, PolicyAction } from '../parts.ts';
import { type Content, Memory, triggerKey } from './memory.ts';

/** Stops the countdown on a person's word. Its trigger, and those that hold already, stay quiet for this outage. */
export function cancel(content: Content): ReturnType<Policy['order']> {
  const { countdown, last } = content;
  if (content.committed !== undefined) {
    const message = 'It is too late: the last step has been taken and cannot be called back.';
    return { state: new Memory(content), accepted: false, message };
  }
  if (countdown === undefined || last === undefined) {
    return { state: new Memory(content), accepted: false, message: 'No countdown is running, so nothing was stopped.' };
  }
  const message =
    'The countdown was stopped. What started it will not start another one until mains has been back; every other trigger still can.';
  const muted = new Set([...content.muted, ...content.warned].filter((key) => key.endsWith(` ${countdown.device}`)));
  muted.add(triggerKey(countdown.device, countdown.trigger));
  const stopped: PolicyAction = {
    type: 'event',
    event: {
      time: last.now,
      device: countdown.device,
      kind: 'countdown-cancelled',
      severity: 'warning',
      text: 'A person stopped the shutdown countdown. The battery still carries this computer.',
      data: { ...countdown.data, reason: countdown.reason, cancelledBy: 'person' },
    },
  };
  const outcome: PolicyAction = {
    type: 'outcome',
    device: countdown.device,
    outcome: `A person stopped the shutdown countdown. ${countdown.reason}`,
  };
  return {
    state: new Memory({
      ...content,
      muted: new Set([...content.muted, ...muted]),
      noted: new Set([...content.noted, countdown.device]),
      countdown: undefined,
      pending: [...content.pending, stopped, outcome],
    }),
    accepted: true,
    message,
  };
}
