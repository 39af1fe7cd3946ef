/** The engine's side of the devices: looked for, added, changed, commanded. */
import { randomBytes } from 'node:crypto';
import { redactUri } from '../../../src-shared/address/redact.ts';
import type { CommandOutcome, Handlers } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import type { DeviceSetting, Settings } from '../../../src-shared/settings/index.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { Clock } from '../base/clock.ts';
import type { NewEvent } from '../base/parts.ts';
import { connect } from '../devices/connection.ts';
import { probeUri, scan } from '../devices/discovery.ts';
import type { HandlerParts } from './parts.ts';

type DeviceCalls = Pick<Handlers['calls'], Extract<keyof Handlers['calls'], `devices.${string}`>>;

/** Makes the handlers of the devices. */
export function deviceCalls(parts: HandlerParts): DeviceCalls {
  const { clock, devices, events, settings, applied } = parts;
  const demand = (id: string): DeviceSetting => {
    const found = settings.get().devices.find((device) => device.id === id);
    if (found === undefined) throw new AppError('not-found', say('reach.noDevice', { id }));
    return found;
  };
  const tell = (device: string, rest: Omit<NewEvent, 'time' | 'device' | 'severity'>): void =>
    events.emit({ time: clock.now(), device, severity: 'info', ...rest });
  const change = async (list: Settings['devices']): Promise<void> => {
    await settings.update({ devices: list });
    await applied();
  };
  return {
    'devices.scan': (input) => scan(input, { clock, known: settings.get().devices.map(({ uri }) => uri) }),
    'devices.probe': ({ uri }) => probeUri(uri, { clock, known: settings.get().devices.map((device) => device.uri) }),
    'devices.add': async ({ uri, nickname, feedsThisComputer }) => {
      checkUri(uri, clock);
      const { devices: list } = settings.get();
      if (list.some((device) => device.uri === uri)) {
        throw new AppError('refused', say('reach.known', { device: redactUri(uri) }));
      }
      // Never the id of a device that was there before: its history would become the new one's.
      const id = `ups-${randomBytes(4).toString('hex')}`;
      await change([...list, { id, uri, nickname, feedsThisComputer, enabled: true }]);
      tell(id, {
        kind: 'device-added',
        text: say('reach.added', { name: nickname || redactUri(uri) }),
        data: { uri: redactUri(uri) },
      });
      return { id };
    },
    'devices.update': async ({ id, change: wanted }) => {
      const before = demand(id);
      const after: DeviceSetting = {
        id,
        uri: wanted.uri ?? before.uri,
        nickname: wanted.nickname ?? before.nickname,
        feedsThisComputer: wanted.feedsThisComputer ?? before.feedsThisComputer,
        enabled: wanted.enabled ?? before.enabled,
      };
      if (after.uri !== before.uri) checkUri(after.uri, clock);
      await change(settings.get().devices.map((device) => (device.id === id ? after : device)));
      return {};
    },
    'devices.remove': async ({ id }) => {
      const { uri, nickname } = demand(id);
      await change(settings.get().devices.filter((device) => device.id !== id));
      tell(id, { kind: 'device-removed', text: say('reach.removed', { name: nickname || redactUri(uri) }), data: {} });
      return {};
    },
    'devices.command': async ({ device, name, argument, confirmed }) => {
      const outcome = await devices.command(device, name, argument, confirmed);
      tell(device, {
        kind: 'command',
        text: outcome.message,
        data: { name, result: outcome.result, ...(argument === undefined ? {} : { argument }) },
      });
      return outcome;
    },
    'devices.set': async ({ device, variable, value }) => {
      const outcome: CommandOutcome = await devices.set(device, variable, value);
      tell(device, {
        kind: 'setting-written',
        text: outcome.message,
        data: { variable, value, result: outcome.result },
      });
      return outcome;
    },
  };
}

/** Refuses what could never become a device. */
function checkUri(uri: string, clock: Clock): void {
  if (uri.includes('***')) {
    throw new AppError('bad-input', say('reach.secretsBlank'));
  }
  connect(uri, clock);
}
