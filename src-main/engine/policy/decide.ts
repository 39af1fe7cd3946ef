/**
 * The rules that shut a computer down, pure: memory, settings and a moment in, actions and a new memory out.
 *
 * Never on a guess: only a UPS that feeds this computer counts, only readings of a live link, only when two in a row
 * agree, only after the outage was confirmed, never because of a self-test. Never missed: without contact on battery
 * the confirmed state and its countdown stand; once committed, nothing takes it back.
 */
import type { DeviceState, EventKind, Severity } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import type { ProtectionSetting } from '../../../src-shared/settings.ts';
import type { Policy, PolicyAction, PolicyDecision, PolicyMoment, PolicyView } from '../parts.ts';
import { cancel } from './cancel.ts';
import { type Content, EMPTY, Memory, type Running, triggerKey } from './memory.ts';
import { countingDevices, holding, inputs, triggerFeeds } from './triggers.ts';
import { mainsIsBack, observe, type Turn, UNWATCHED, type Watch } from './watch.ts';

/** A computer that still runs this long after the last step is asked again, as long as the battery carries it. */
const ASK_AGAIN = 120_000;
/** A computer that still runs this long after the last step with mains back has slept, or failed to stop: start anew. */
const COMMITTED_FOR = 300_000;

/** A countdown that is over waits so long for its trigger to hold again before it is given up. */
const GIVEN_UP = 60_000;

const ACTION_WORDS: Readonly<Record<ProtectionSetting['action'], string>> = {
  shutdown: 'shut this computer down',
  hibernate: 'hibernate this computer',
  sleep: 'put this computer to sleep',
  command: 'run your command',
};

/** The policy that the engine is handed. */
export const policy: Policy = {
  start: () => new Memory(EMPTY),
  decide: (state, rules, moment) => new Decision(contentOf(state), rules, moment).take(),
  order: (state, _rules, _moment, order) =>
    order.type === 'cancel'
      ? cancel(contentOf(state))
      : { state, accepted: false, message: 'This cannot be done yet. Nothing was done.' },
  save: () => undefined,
  restore: () => undefined,
  preview: () => [],
};

function contentOf(state: unknown): Content {
  if (state instanceof Memory) return state.content;
  throw new AppError('internal', 'The policy was handed a state that is not its own.');
}

/** One decision in the making. */
class Decision {
  private readonly rules: ProtectionSetting;
  private readonly moment: PolicyMoment;
  private readonly devices: ReadonlyMap<string, DeviceState>;
  private readonly watches = new Map<string, Watch>();
  private readonly warned: Set<string>;
  private readonly muted: Set<string>;
  private readonly noted: Set<string>;
  private readonly actions: PolicyAction[];
  private countdown: Content['countdown'];
  private committed: Content['committed'];

  constructor(before: Content, rules: ProtectionSetting, moment: PolicyMoment) {
    this.rules = rules;
    this.moment = moment;
    this.devices = new Map(countingDevices(moment.devices).map((device) => [device.id, device]));
    this.warned = new Set(before.warned);
    this.muted = new Set(before.muted);
    this.noted = new Set(before.noted);
    this.actions = [...before.pending];
    this.countdown = before.countdown;
    this.committed = before.committed;
    for (const [id, device] of this.devices) {
      const { watch, turn } = observe(before.watches.get(id) ?? UNWATCHED, device, rules, moment);
      this.watches.set(id, watch);
      if (turn !== undefined) this.tell(device, before.watches.get(id) ?? watch, turn);
    }
  }

  take(): PolicyDecision {
    this.checkCommitted();
    this.checkCountdown();
    if (this.rules.mode !== 'off') this.checkTriggers();
    this.checkDue();
    return {
      state: new Memory({
        watches: this.watches,
        warned: this.warned,
        muted: this.muted,
        noted: this.noted,
        countdown: this.countdown,
        committed: this.committed,
        pending: [],
        last: this.moment,
      }),
      actions: this.actions,
      protection: this.protection(),
    };
  }

  private tell(device: DeviceState, before: Watch, turn: Turn): void {
    const seconds = this.secondsOnBattery(this.watches.get(device.id)) || this.secondsOnBattery(before);
    if (turn === 'confirmed') {
      const text = `${device.name} is on battery: mains is away.`;
      this.event('outage-confirmed', 'warning', device, text, 'On battery for longer than the confirmation delay.', {
        ...inputs(device, seconds),
        limit: this.rules.confirmSeconds,
      });
    } else if (turn === 'over') {
      if (!this.noted.has(device.id)) {
        this.outcome(device.id, 'Mains returned before anything had to be done.');
      }
      this.forget(device.id);
      const text = `Mains is back and stable at ${device.name}, after ${seconds} s on battery.`;
      this.event('outage-over', 'info', device, text, 'On mains for as long as it takes to be stable.', {
        ...inputs(device, seconds),
        limit: this.rules.mainsStableSeconds,
      });
    } else if (this.rules.mode !== 'off') {
      const text = before.confirmed
        ? `Contact with ${device.name} was lost while it was on battery. Mainstay takes it to be on battery still: a countdown goes on, and time on battery counts.`
        : `Contact with ${device.name} was lost. Nothing is shut down for that, but until it is back this UPS cannot protect this computer.`;
      this.event('trigger-warning', 'warning', device, text, 'Contact was lost.', inputs(device, seconds));
    }
  }

  /** What an outage made quiet may speak again. */
  private forget(device: string): void {
    for (const keys of [this.warned, this.muted]) {
      for (const key of keys) if (key.endsWith(` ${device}`)) keys.delete(key);
    }
    this.noted.delete(device);
  }

  private checkCommitted(): void {
    const { committed } = this;
    if (committed === undefined) return;
    const carried = this.watches.get(committed.device)?.confirmed === true;
    const age = this.moment.steady - committed.performedAt;
    const armed = this.rules.mode === 'armed';
    // Practice has nothing to finish; whoever arms in the middle of an outage means this outage.
    const real = this.devices.get(committed.device)?.simulated !== true;
    if (committed.practice ? !carried || (armed && real) : !carried && age >= COMMITTED_FOR) {
      this.committed = undefined;
    } else if (!committed.practice && carried && armed && age >= ASK_AGAIN) {
      this.perform({ ...committed, performedAt: this.moment.steady });
    }
  }

  private checkCountdown(): void {
    const { countdown } = this;
    if (countdown === undefined) return;
    const watch = this.watches.get(countdown.device);
    const why = this.whyStop(countdown, watch);
    if (why === undefined) return;
    this.stop(countdown, why);
  }

  private stop(countdown: Running, why: string): void {
    this.countdown = undefined;
    const device = this.devices.get(countdown.device);
    const watch = this.watches.get(countdown.device);
    const data = { ...countdown.data, ...(device === undefined ? {} : inputs(device, this.secondsOnBattery(watch))) };
    const text = `The shutdown countdown was stopped: ${why}`;
    this.event('countdown-cancelled', 'info', device ?? { id: countdown.device }, text, why, data);
    this.outcome(countdown.device, `A shutdown countdown began and was stopped: ${why} ${countdown.reason}`);
  }

  private whyStop(countdown: Running, watch: Watch | undefined): string | undefined {
    if (watch === undefined) return 'The UPS no longer feeds this computer.';
    if (this.rules.mode === 'off') return 'Protection was switched off.';
    if (this.rules.triggers[countdown.trigger].level !== 'act') return 'Its trigger was switched off.';
    return mainsIsBack(watch) || !watch.confirmed ? 'Mains is back.' : undefined;
  }

  private checkTriggers(): void {
    for (const [id, device] of this.devices) {
      const watch = this.watches.get(id);
      if (watch === undefined) continue;
      for (const held of holding(watch, device, this.rules, this.moment.steady)) {
        const key = triggerKey(id, held.trigger);
        if (!this.warned.has(key)) {
          this.warned.add(key);
          if (held.level === 'warn') {
            this.event('trigger-warning', 'warning', device, held.reason, held.reason, held.data);
          }
        }
        const free = this.countdown === undefined && this.committed === undefined;
        if (held.level === 'act' && free && !this.muted.has(key)) {
          const { now, steady } = this.moment;
          const wait = this.rules.countdownSeconds * 1000;
          this.countdown = { ...held, device: id, began: now, startedAt: steady, actsAt: steady + wait };
          const text = `${held.reason} In ${this.rules.countdownSeconds} s Mainstay will ${this.deed(device)}.`;
          this.event('countdown-started', 'critical', device, text, held.reason, held.data);
        }
      }
    }
  }

  private checkDue(): void {
    const { countdown } = this;
    if (countdown === undefined || this.moment.steady < countdown.actsAt) return;
    const device = this.devices.get(countdown.device);
    const watch = this.watches.get(countdown.device);
    // One reading may have said that mains is back: the next one decides.
    if (device === undefined || watch === undefined || watch.source !== 'battery') return;
    // The values may have turned out better than those that started it; then it waits for them, as long as they come.
    const { steady } = this.moment;
    const holds = holding(watch, device, this.rules, steady).some(
      ({ level, trigger }) => level === 'act' && !this.muted.has(triggerKey(device.id, trigger)),
    );
    if (device.link === 'live' && !holds) {
      if (steady - countdown.actsAt >= GIVEN_UP) this.stop(countdown, 'What started it no longer holds.');
      return;
    }
    this.countdown = undefined;
    const practice = this.practice(device);
    const data = { ...countdown.data, ...inputs(device, this.secondsOnBattery(watch)), mode: this.rules.mode };
    const text = `${countdown.reason} The countdown is over: Mainstay will now ${ACTION_WORDS[this.rules.action]}.`;
    // On record before anything is done, since nothing may be recorded after; of practice the actor tells.
    if (!practice) this.event('shutdown-committed', 'critical', device, text, countdown.reason, data);
    this.outcome(
      device.id,
      practice
        ? `Practice: Mainstay would have acted (${this.rules.action}). ${countdown.reason}`
        : `Mainstay acted (${this.rules.action}). ${countdown.reason}`,
    );
    this.perform({
      device: device.id,
      trigger: countdown.trigger,
      reason: countdown.reason,
      data,
      practice,
      performedAt: steady,
    });
  }

  private perform(committed: NonNullable<Content['committed']>): void {
    this.committed = committed;
    const { device, trigger, reason, practice, data } = committed;
    const action = { kind: this.rules.action, practice, device, trigger, reason, inputs: data };
    this.actions.push({ type: 'perform', action });
  }

  /** Only what the person armed, and only a real UPS, does more than practise. */
  private practice(device: DeviceState): boolean {
    return this.rules.mode !== 'armed' || device.simulated;
  }

  private deed(device: DeviceState): string {
    const words = ACTION_WORDS[this.rules.action];
    return this.practice(device) ? `note, as practice, that it would ${words}` : words;
  }

  private secondsOnBattery(watch: Watch | undefined): number {
    return watch?.batterySince === undefined ? 0 : Math.floor((this.moment.steady - watch.batterySince) / 1000);
  }

  private outcome(device: string, outcome: string): void {
    this.noted.add(device);
    this.actions.push({ type: 'outcome', device, outcome });
  }

  private event(
    kind: EventKind,
    severity: Severity,
    device: Pick<DeviceState, 'id'>,
    text: string,
    reason: string,
    data: Readonly<Record<string, string | number>>,
  ): void {
    const event = { time: this.moment.now, device: device.id, kind, severity, text, data: { ...data, reason } };
    this.actions.push({ type: 'event', event });
  }

  private protection(): PolicyView {
    const { countdown } = this;
    const watches = [...this.watches.values()];
    const begun = watches.flatMap(({ batteryBegan }) => (batteryBegan === undefined ? [] : [batteryBegan]));
    return {
      mode: this.rules.mode,
      phase: this.phase(watches),
      feeds: triggerFeeds(this.moment.devices),
      notices: [],
      ...(begun.length === 0 ? {} : { onBatterySince: Math.min(...begun) }),
      ...(countdown === undefined
        ? {}
        : {
            countdown: {
              device: countdown.device,
              trigger: countdown.trigger,
              reason: countdown.reason,
              startedAt: countdown.began,
              actsAt: countdown.began + countdown.actsAt - countdown.startedAt,
              practice: this.rules.mode !== 'armed',
              cancel: { allowed: true },
              postpone: { allowed: false, why: 'This countdown cannot be put off.' },
            },
          }),
    };
  }

  private phase(watches: readonly Watch[]): PolicyView['phase'] {
    if (this.committed !== undefined) return 'committed';
    if (this.countdown !== undefined) return 'countdown';
    if (watches.some(({ confirmed }) => confirmed)) return 'on-battery';
    return watches.some(({ batterySince }) => batterySince !== undefined) ? 'confirming' : 'idle';
  }
}
