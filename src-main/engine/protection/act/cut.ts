/** Tells the UPSes that feed this computer to cut their output after it is down, each in the way that suits it. */
import type { CommandOutcome, DeviceState } from '../../../../src-shared/contract/index.ts';
import { toErrorValue } from '../../../../src-shared/errors.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { BootClock } from '../../base/boot-clock.ts';
import type { ActorTools, PowerAction } from '../../base/parts.ts';
import { formatUri } from '../../../../src-shared/address/index.ts';
import { parseUri } from '../../../../src-shared/address/uri.ts';
import { type PowerOffFlag, removeFlag, writeFlag } from './flag.ts';
import { LATE_SECONDS, planCut, type Step, type Way, withMargin } from './power-cycle.ts';
import { sayStep } from './tell-ups.ts';

/** Where the late hook and its flag are, and what is written into it. */
export interface CutPlace {
  /** The hook can be used. */
  readonly late: boolean;
  readonly flag: string;
  readonly boot: BootClock;
  readonly dataDir: string | undefined;
}

/** What one UPS was asked. */
export interface Asked {
  readonly id: string;
  readonly name: string;
  readonly way: Way;
  /** Seconds until its output goes off, from the decision or, late, from the end of the shutdown. */
  readonly offIn?: number;
}

/** What was done about all of them. */
export interface Cut {
  readonly asked: readonly Asked[];
  /** Takes back what can be: the computer did not go down. */
  undo(): Promise<void>;
}

/** A UPS that does not take a command by then keeps nobody waiting. Milliseconds. */
const PATIENCE = 10_000;
/** Reported values that decide how a device is told. */
const DECIDING = ['ups.delay.shutdown', 'ups.start.auto'] as const;

/**
 * The way to this device: late where the hook can reach it, which needs a port of this computer's own, since there is no
 * network by then, and a shutdown, since nothing of the kind runs before a hibernation.
 */
export function wayFor(device: DeviceState, kind: PowerAction['kind'], late: boolean): Way {
  return late && kind === 'shutdown' && /^(serial|hid):/.test(device.uri) ? 'late' : 'before';
}

/** Tells them all. Never rejects, and never takes long. `seconds`: how long this computer takes to go down. */
export async function cutAfterwards(
  action: PowerAction,
  tools: ActorTools,
  place: CutPlace,
  seconds: number,
): Promise<Cut> {
  const feeding = tools.devices.filter(
    ({ feedsThisComputer, simulated, link }) => feedsThisComputer && !simulated && link !== 'disabled',
  );
  const late = feeding.filter((device) => wayFor(device, action.kind, place.late) === 'late' && canLate(device));
  const tell = (device: DeviceState, done: boolean, text: string): void =>
    tools.tell({
      time: Date.now(),
      device: device.id,
      kind: 'ups-power-off',
      severity: done ? 'info' : 'warning',
      text,
      data: { done },
    });
  const flagged = leaveWord(action, late, place);
  if (flagged === undefined) {
    for (const device of late) {
      tell(device, true, say('act.toldLate', { name: device.name }));
    }
  }
  const before = feeding.filter((device) => flagged !== undefined || !late.includes(device));
  const told = await Promise.all(
    before.map(async (device) => {
      const result = await tellNow(action, device, tools, seconds);
      tell(device, result.done, result.message);
      return result.done ? [{ device, asked: result.asked }] : [];
    }),
  );
  const now = told.flat();
  return {
    asked: [
      ...(flagged === undefined
        ? late.map(({ id, name }): Asked => ({ id, name, way: 'late', offIn: LATE_SECONDS }))
        : []),
      ...now.map(({ asked }) => asked),
    ],
    undo: async () => {
      if (flagged === undefined && late.length > 0) removeFlag(place.flag);
      await Promise.all(now.map(({ device }) => takeBack(device, tools, tell)));
    },
  };
}

/** A device that was never read is tried all the same: it may be there again by then. */
function canLate(device: DeviceState): boolean {
  return device.driver === undefined || !('why' in planCut(device, { way: 'late', needed: LATE_SECONDS }));
}

/** Why the flag could not be left; undefined when it was, or when there is nobody to leave it for. */
function leaveWord(action: PowerAction, late: readonly DeviceState[], place: CutPlace): string | undefined {
  if (late.length === 0) return undefined;
  const flag: PowerOffFlag = {
    version: 1,
    boot: place.boot.mark,
    steady: place.boot.steady(),
    committedAt: Date.now(),
    reason: action.reason,
    ...(place.dataDir === undefined ? {} : { dataFolder: place.dataDir }),
    ...(action.startAt === undefined ? {} : { startAt: action.startAt }),
    devices: late.map((device) => ({
      id: device.id,
      name: device.name,
      uri: uriWithDriver(device),
      values: Object.fromEntries(
        DECIDING.flatMap((name) => (device.values[name] === undefined ? [] : [[name, device.values[name]]])),
      ),
    })),
  };
  try {
    writeFlag(place.flag, flag);
    return undefined;
  } catch (thrown) {
    return toErrorValue(thrown).message;
  }
}

/** With the driver named the device is found at once; which line it speaks on need not be tried. */
function uriWithDriver({ uri, driver }: DeviceState): string {
  const address = parseUri(uri);
  return driver === undefined ? uri : formatUri({ ...address, driver });
}

type Result =
  | { readonly done: true; readonly message: string; readonly asked: Asked }
  | { readonly done: false; readonly message: string };

/** With the margin, and where the device cannot wait so long, without it: cut off too early is worse than not at all. */
async function tellNow(action: PowerAction, device: DeviceState, tools: ActorTools, seconds: number): Promise<Result> {
  const first = await tellWith(withMargin(seconds), action, device, tools);
  return 'tooLong' in first ? await tellWith(Math.ceil(seconds), action, device, tools) : first;
}

async function tellWith(
  off: number,
  action: PowerAction,
  device: DeviceState,
  tools: ActorTools,
): Promise<Result & { readonly tooLong?: true }> {
  const onIn =
    action.startAt === undefined ? undefined : Math.max(0, Math.ceil((action.startAt - Date.now()) / 1000) - off);
  const plan = planCut(device, { way: 'before', needed: off, ...(onIn === undefined ? {} : { onIn }) });
  const failed = (why: string): Result => ({
    done: false,
    message: say('act.notTold', { name: device.name, why }),
  });
  if ('why' in plan) return { ...failed(say('act.why', { why: plan.why })), tooLong: true };
  for (const step of plan.steps) {
    const { result, message } = await inTime(send(device, step, tools));
    if (result === 'accepted' || result === 'sent' || result === 'confirmed') continue;
    return { ...failed(`${sayStep(step)}: ${message}`), ...(result === 'invalid' ? { tooLong: true } : {}) };
  }
  const told = { name: device.name, steps: plan.steps.map(sayStep).join(', ') };
  const message =
    plan.offIn === undefined ? say('act.told', told) : say('act.toldIn', { ...told, seconds: plan.offIn });
  return {
    done: true,
    message: plan.note === undefined ? message : `${message} ${say('act.why', { why: plan.note })}`,
    asked: {
      id: device.id,
      name: device.name,
      way: 'before',
      ...(plan.offIn === undefined ? {} : { offIn: plan.offIn }),
    },
  };
}

function send(device: DeviceState, step: Step, tools: ActorTools): Promise<CommandOutcome> {
  return 'variable' in step
    ? tools.set(device.id, step.variable, step.value)
    : tools.command(device.id, step.command, step.argument);
}

function inTime(outcome: Promise<CommandOutcome>): Promise<CommandOutcome> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<CommandOutcome>((resolve) => {
    const message = say('act.noAnswer', { seconds: PATIENCE / 1000 });
    timer = setTimeout(() => resolve({ result: 'silent', message }), PATIENCE);
  });
  return Promise.race([outcome, limit]).finally(() => clearTimeout(timer));
}

/** Its output must not go off under a computer that is still running. */
async function takeBack(
  device: DeviceState,
  tools: ActorTools,
  tell: (device: DeviceState, done: boolean, text: string) => void,
): Promise<void> {
  if (!device.commands.some(({ name }) => name === 'shutdown.stop')) {
    tell(device, false, say('act.cannotStop', { name: device.name }));
    return;
  }
  const { result, message } = await inTime(tools.command(device.id, 'shutdown.stop'));
  const done = result === 'accepted' || result === 'sent' || result === 'confirmed';
  tell(device, done, say('act.takenBack', { name: device.name, message }));
}
