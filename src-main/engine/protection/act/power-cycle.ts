/**
 * What a UPS is told so that it cuts its output once the computer is down, and gives it back with mains: the one place
 * that knows which of a device's commands do that, and with which delays.
 */
import type { DeviceState, PowerCycle } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/protection.ts';
import { andList, say } from '../../../../src-shared/texts/say.ts';

/** When a UPS is told: in the last moment, by the late shutdown hook, or right before the computer starts going down. */
export type Way = 'late' | 'before';

/** One thing to tell a UPS. */
export type Step =
  | { readonly command: string; readonly argument?: string }
  | { readonly variable: string; readonly value: string };

/** What to tell a UPS, in this order, and when its output goes off; or why it cannot be told. */
export type CutPlan =
  | { readonly steps: readonly Step[]; readonly offIn?: number; readonly note?: string }
  | { readonly why: string };

/** What a device offers. */
export type Offers = Pick<DeviceState, 'commands' | 'settings' | 'values'>;

/** What the plan is for. Seconds. */
export interface CutWish {
  readonly way: Way;
  /** The output must not go off before. */
  readonly needed: number;
  /** When the output is to come back, from when it went off. */
  readonly onIn?: number;
}

/**
 * After the late hook has ended the system syncs its disks and switches off, which takes a moment. NUT's drivers wait as
 * long before they cut the output (usbhid-ups(8), `offdelay`).
 */
export const LATE_SECONDS = 20;

/** A shutdown does not take the same time twice. Seconds. */
const LEAST_MARGIN = 30;
const MARGIN = 0.25;
/** Where the output is switched on by a timer of its own, it must not come before it went off. Seconds. */
const PAUSE = 180;

/** How long a shutdown that takes so many seconds must be given. */
export function withMargin(seconds: number): number {
  return Math.ceil(seconds + Math.max(LEAST_MARGIN, seconds * MARGIN));
}

/** What to tell this device. */
export function planCut(offers: Offers, wish: CutWish): CutPlan {
  const offer = (name: string) => offers.commands.find((command) => command.name === name);
  const back = offer('shutdown.return');
  if (back !== undefined) return planReturn(offers, wish, back.argument !== undefined);
  const [off, on] = [offer('load.off.delay'), offer('load.on.delay')];
  const delay = inRange(offers, wish.needed);
  if (off?.argument !== undefined && delay !== undefined) {
    if (on?.argument !== undefined) {
      const onIn = delay + (wish.onIn ?? PAUSE);
      // The way back first: a UPS that has begun to go down may take nothing more.
      return {
        steps: [order('load.on.delay', onIn), order('load.off.delay', delay)],
        offIn: delay,
        note: say('act.cycle.byTimer', { seconds: onIn }),
      };
    }
    if (offers.values['ups.start.auto'] === 'yes') {
      return { steps: [order('load.off.delay', delay)], offIn: delay, note: say('act.cycle.startsItself') };
    }
  }
  if (offer('shutdown.reboot') !== undefined) {
    // Its argument is the time before on some devices and the time without power on others.
    if (wish.way === 'late') {
      return { steps: [{ command: 'shutdown.reboot' }], note: say('act.cycle.givesBack') };
    }
    return { why: say('act.cycle.onlyAtOnce') };
  }
  return { why: say('act.cycle.noCommand') };
}

function planReturn(offers: Offers, wish: CutWish, takesDelay: boolean): CutPlan {
  const reported = offers.values['ups.delay.shutdown'];
  const settable = offers.settings.some(({ name }) => name === 'ups.delay.shutdown');
  const delay = inRange(offers, wish.needed);
  if (takesDelay && delay !== undefined) {
    const argument = wish.onIn === undefined ? String(delay) : `${delay} ${wish.onIn}`;
    return { steps: [{ command: 'shutdown.return', argument }], offIn: delay };
  }
  if (!takesDelay && settable && delay !== undefined) {
    const set = reported === delay ? [] : [{ variable: 'ups.delay.shutdown', value: String(delay) }];
    return { steps: [...set, { command: 'shutdown.return' }], offIn: delay, ...noStart(wish) };
  }
  if (typeof reported === 'number' && reported >= wish.needed) {
    return { steps: [{ command: 'shutdown.return' }], offIn: reported, ...noStart(wish) };
  }
  // The computer is as good as down: whatever the delay is, it is long enough.
  if (wish.way === 'late') return { steps: [{ command: 'shutdown.return' }], ...noStart(wish) };
  const most = offers.settings.find(({ name }) => name === 'ups.delay.shutdown')?.range?.max;
  return {
    why:
      most !== undefined && most < wish.needed
        ? say('act.cycle.waitsAtMost', { most, needed: wish.needed })
        : say('act.cycle.decidesItself'),
  };
}

const noStart = (wish: CutWish): { readonly note?: string } =>
  wish.onIn === undefined ? {} : { note: say('act.cycle.noStart') };

const order = (command: string, argument: number): Step => ({ command, argument: String(argument) });

/** The shortest delay that the device takes and that is long enough; undefined when there is none. */
function inRange({ settings }: Offers, needed: number): number | undefined {
  const offer = settings.find(({ name }) => name === 'ups.delay.shutdown');
  if (offer?.values !== undefined) {
    return offer.values
      .map(Number)
      .filter((value) => value >= needed)
      .toSorted((a, b) => a - b)[0];
  }
  if (offer?.range === undefined) return needed;
  const { min, max, step = 1 } = offer.range;
  const delay = needed <= min ? min : min + Math.ceil((needed - min) / step) * step;
  return delay <= max ? delay : undefined;
}

/** Whether a last step is one after which the UPS is told. */
export function cutsAfter({ powerOffUps, action }: ProtectionSetting): boolean {
  return powerOffUps && (action === 'shutdown' || action === 'hibernate');
}

/** Says beforehand what a device will do. */
export function sayPowerCycle(
  rules: ProtectionSetting,
  device: DeviceState,
  ways: { readonly way: Way; readonly seconds: number },
): PowerCycle {
  const { id } = device;
  if (!device.feedsThisComputer) {
    return { device: id, can: false, how: say('act.cycle.notFed') };
  }
  if (!rules.powerOffUps) {
    return { device: id, can: false, how: say('act.cycle.leftOn') };
  }
  if (!cutsAfter(rules)) {
    const how = rules.action === 'sleep' ? say('act.cycle.sleeping') : say('act.cycle.onlyCommand');
    return { device: id, can: false, how };
  }
  if (device.simulated) return { device: id, can: false, how: say('act.cycle.simulated') };
  if (device.driver === undefined) {
    return { device: id, can: false, how: say('act.cycle.unread') };
  }
  const needed = ways.way === 'late' ? LATE_SECONDS : withMargin(ways.seconds);
  const plan = planCut(device, { way: ways.way, needed });
  if ('why' in plan) return { device: id, can: false, how: say('act.cycle.cannot', { why: plan.why }) };
  const names = andList(plan.steps.flatMap((step) => ('command' in step ? [step.command] : [])));
  const when = ways.way === 'late' ? 'late' : rules.action === 'shutdown' ? 'shutdown' : 'hibernate';
  const seconds = plan.offIn ?? needed;
  const how = [
    plan.note === undefined
      ? say(`act.cycle.sends.${when}`, { names, seconds })
      : say(`act.cycle.sendsNoted.${when}`, { names, seconds, note: plan.note }),
    say('act.cycle.everything'),
    ...(device.verified ? [] : [say('act.cycle.unverified')]),
  ];
  return {
    device: id,
    can: true,
    how: how.join(' '),
  };
}
