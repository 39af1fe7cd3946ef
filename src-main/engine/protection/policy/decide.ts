/**
 * The rules that shut a computer down, pure: memory, settings and a moment in, actions and a new memory out.
 *
 * Never on a guess: only UPSes that feed this computer count, only readings of a live link, only when two in a row
 * agree, only after the outage was confirmed, never because of a self-test. Never missed: without contact on battery
 * the confirmed state and its countdown stand; once committed, nothing takes it back; and where the battery would not
 * last for going down, it is done earlier than the person has set.
 */
import type { DeviceState } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import { saidIn, say } from '../../../../src-shared/texts/say.ts';
import type { Policy, PolicyDecision, PolicyMoment } from '../../base/parts.ts';
import { review, sleptThrough } from './commitment.ts';
import { begun, cutShort, isPractice, type Scene, type Start, whyStop } from './countdown.ts';
import { countingDevices } from './feeds.ts';
import { type Content, EMPTY, Memory, type Running, restore, save, triggerKey, type Watch } from './memory.ts';
import { give } from './orders.ts';
import { forecast } from './forecast.ts';
import { preview, previewOfFirst } from './preview.ts';
import { lookAtSchedule } from './schedule.ts';
import { recovered, short, shortNow, type Supply, supplyOf } from './supplies.ts';
import {
  doubtEntry,
  missedEntry,
  resumedEntry,
  secondsOnBattery,
  stillLostEntry,
  turnEntry,
  warning,
  whyNothing,
} from './tell.ts';
import { doubtful, inputs } from './triggers.ts';
import { viewOf } from './view.ts';
import { inDoubt, observe, type Turn, unwatched, voided } from './watch.ts';
import { Actions, type Entry } from './words.ts';

/** A countdown that is over waits so long for its trigger to hold again before it is given up. */
const GIVEN_UP = 60_000;
/** A doubt that has not come for so long is told when it comes again. Milliseconds. */
const DOUBT_AGAIN = 600_000;
/** Contact that is lost on battery is told again after so long. Milliseconds. */
const STILL_LOST = [5, 15, 60, 240].map((minutes) => minutes * 60_000);
/** After so long a sleep, or so long without Mainstay, nothing that was known still is. */
const LONG_SLEEP = 120_000;

/** The policy that the engine is handed. */
export const policy: Policy = {
  start: () => new Memory(EMPTY),
  decide: (state, rules, moment) => new Decision(contentOf(state), rules, moment).take(),
  order: (state, rules, moment, order) => give(contentOf(state), rules, moment, order),
  save: (state) => save(contentOf(state)),
  restore: (saved) => {
    const content = restore(saved);
    return content === undefined ? undefined : new Memory(content);
  },
  forecast: (state, rules, moment) => forecast(policy, state, rules, moment),
  preview: (rules, moment, device) => preview(policy, rules, moment, device),
  previewOfFirst: (rules, moment) => previewOfFirst(policy, rules, moment),
};

function contentOf(state: unknown): Content {
  if (state instanceof Memory) return state.content;
  throw new TypeError('The policy was handed a state that is not its own.');
}

/** One decision in the making. */
class Decision {
  private readonly rules: ProtectionSetting;
  private readonly moment: PolicyMoment;
  private readonly before: Content;
  private readonly watches: Record<string, Watch> = {};
  private readonly supplies: readonly Supply[];
  private readonly told: Set<string>;
  private readonly muted: Set<string>;
  private readonly noted: Set<string>;
  private readonly actions: Actions;
  private readonly scene: Scene;
  private countdown: Running | undefined;
  private committed: Content['committed'];

  constructor(before: Content, rules: ProtectionSetting, moment: PolicyMoment) {
    this.before = before;
    this.rules = rules;
    this.moment = moment;
    this.told = new Set(before.told);
    this.muted = new Set(before.muted);
    this.noted = new Set(before.noted);
    this.actions = new Actions(before.pending, this.noted, moment.now);
    this.countdown = before.countdown;
    this.committed = before.committed;
    const known = this.wake();
    const devices = countingDevices(moment.devices);
    for (const device of devices) {
      const last = known[device.id] ?? unwatched(moment.steady);
      const { watch, turn } = observe(last, device, rules, moment);
      this.watches[device.id] = watch;
      if (turn !== undefined) this.turned(device, last, watch, turn);
    }
    this.supplies = devices.flatMap((device) => {
      const watch = this.watches[device.id];
      return watch === undefined ? [] : [supplyOf(device, watch, rules, moment, this.muted)];
    });
    this.scene = { supplies: this.supplies, rules, moment };
  }

  take(): PolicyDecision {
    const schedule = this.look();
    return {
      state: new Memory({
        watches: this.watches,
        told: [...this.told],
        muted: [...this.muted],
        noted: [...this.noted],
        countdown: this.countdown,
        committed: this.committed,
        schedule: schedule.schedule,
        decidedAt: this.moment.steady,
        pending: [],
        wanted: undefined,
      }),
      actions: this.actions.list,
      protection: viewOf(
        {
          supplies: this.supplies,
          countdown: this.countdown,
          committed: this.committed,
          next: schedule.next,
          practice: isPractice(this.countdown?.device, this.scene),
        },
        this.rules,
        this.moment,
      ),
    };
  }

  private look(): ReturnType<typeof lookAtSchedule> {
    this.checkCommitted();
    this.checkCountdown();
    if (this.rules.mode !== 'off') this.checkTriggers();
    this.checkWanted();
    const free = this.countdown === undefined && this.committed === undefined;
    const schedule = lookAtSchedule(this.rules, this.before.schedule, this.moment.now, free);
    this.followSchedule(schedule);
    this.checkDue();
    return schedule;
  }

  /** After a sleep, or a restart, what was read before is void; after a long one, all that followed from it as well. */
  private wake(): Readonly<Record<string, Watch>> {
    const { steady, resumed } = this.moment;
    const { watches, decidedAt = steady } = this.before;
    if (resumed !== true) return watches;
    const slept = steady - decidedAt;
    this.actions.event(resumedEntry(slept));
    const long = slept >= LONG_SLEEP;
    if (this.committed !== undefined && sleptThrough(this.committed, long)) this.committed = undefined;
    if (!long) {
      return Object.fromEntries(Object.entries(watches).map(([id, watch]) => [id, voided(watch, steady)]));
    }
    const why = say('decision.slept');
    if (this.countdown !== undefined) this.stop(this.countdown, why, {});
    this.told.clear();
    this.muted.clear();
    return {};
  }

  private turned(device: DeviceState, before: Watch, after: Watch, turn: Turn): void {
    const { steady } = this.moment;
    const seconds = secondsOnBattery(after, steady) || secondsOnBattery(before, steady);
    if (turn === 'over') {
      if (!this.noted.has(device.id)) {
        this.actions.outcome([device.id], say('decision.returned'));
      }
      this.forget(device.id);
    }
    const entry = turnEntry(turn, device, seconds, { before, after }, this.rules);
    if (entry !== undefined) this.actions.event(entry);
  }

  /** What an outage made quiet may speak again. */
  private forget(device: string): void {
    for (const keys of [this.told, this.muted]) {
      for (const key of keys) if (key.endsWith(` ${device}`)) keys.delete(key);
    }
    this.noted.delete(device);
  }

  private checkCommitted(): void {
    const { committed } = this;
    if (committed === undefined) return;
    const supply = this.supplies.find(({ device }) => device.id === committed.device);
    const verdict = review(committed, supply, this.rules, this.moment);
    if (verdict === 'over') this.committed = undefined;
    if (verdict === 'again') this.perform({ ...committed, performedAt: this.moment.steady, asked: true });
  }

  private checkCountdown(): void {
    if (this.countdown === undefined) return;
    const { failed } = this.countdown;
    const still = failed.filter((id) => this.supplies.some((each) => each.device.id === id && !recovered(each)));
    this.countdown = { ...this.countdown, failed: still };
    const why = whyStop(this.countdown, this.scene);
    if (why !== undefined) this.stop(this.countdown, why, this.inputsOf(this.countdown.device));
  }

  private stop(countdown: Running, why: string, now: Entry['data']): void {
    this.countdown = undefined;
    this.actions.event({
      kind: 'countdown-cancelled',
      severity: 'info',
      device: countdown.device,
      text: say('decision.stopped', { why }),
      reason: why,
      data: { ...countdown.data, ...now },
    });
    const outcome = say('decision.beganAndStopped', { why, reason: countdown.reason });
    this.actions.outcome([countdown.device, ...countdown.failed], outcome);
  }

  /** What is known of a UPS now. */
  private inputsOf(device: string | undefined): Entry['data'] {
    const supply = this.supplies.find((each) => each.device.id === device);
    return supply === undefined ? {} : inputs(supply.device, secondsOnBattery(supply.watch, this.moment.steady));
  }

  private checkTriggers(): void {
    const lacking = short(this.supplies, this.rules, this.moment.steady);
    for (const supply of this.supplies) {
      this.tellDoubt(supply);
      this.tellHeld(supply, lacking);
    }
    const failing = this.supplies.filter(({ acting }) => acting !== undefined);
    const [first] = failing;
    if (!lacking || first?.acting === undefined) return;
    const ids = failing.map(({ device }) => device.id);
    if (this.countdown !== undefined) {
      this.countdown = { ...this.countdown, failed: [...new Set([...this.countdown.failed, ...ids])] };
    } else if (this.committed === undefined) {
      const { trigger, reason, data } = first.acting;
      this.begin({ device: first.device.id, trigger, reason, data, failed: ids });
    }
    const cut = this.countdown === undefined ? undefined : cutShort(this.countdown, this.scene);
    if (cut === undefined) return;
    this.countdown = cut.running;
    if (cut.entry !== undefined) this.actions.event(cut.entry);
  }

  /** What contradicts itself, and what nobody can see any more, is told; each once, and again where it goes on. */
  private tellDoubt({ device, watch }: Supply): void {
    const { steady } = this.moment;
    const seconds = secondsOnBattery(watch, steady);
    if (inDoubt(watch) && this.first(`power ${device.id}`)) this.actions.event(doubtEntry(device, seconds));
    if (watch.doubtLast !== undefined && steady - watch.doubtLast > DOUBT_AGAIN) this.told.delete(`power ${device.id}`);
    const live = device.link === 'live' && watch.source === 'battery' && watch.confirmed;
    const doubt = live ? doubtful(watch, device, steady) : undefined;
    if (doubt !== undefined && this.first(`doubt ${device.id}`)) {
      const entry = { kind: 'implausible', severity: 'warning', device: device.id } as const;
      this.actions.event({ ...entry, text: doubt, reason: doubt, data: this.inputsOf(device.id) });
    }
    const lost = watch.lostAt === undefined || !watch.confirmed ? 0 : steady - watch.lostAt;
    for (const after of STILL_LOST) {
      const key = `lost ${after} ${device.id}`;
      if (watch.lostAt === undefined) this.told.delete(key);
      else if (lost >= after && this.first(key)) this.actions.event(stillLostEntry(device, lost, seconds));
    }
  }

  /** Each trigger is told once in an outage, unless a countdown tells of it. */
  private tellHeld({ device, held }: Supply, lacking: boolean): void {
    for (const { trigger, level, reason, data } of held) {
      if (!this.first(triggerKey(device.id, trigger))) continue;
      if (level === 'warn') this.actions.event(warning(device, reason, reason, data));
      else if (!lacking) {
        this.actions.event(warning(device, `${reason} ${whyNothing(device, this.supplies)}`, reason, data));
      }
    }
  }

  private first(key: string): boolean {
    if (this.told.has(key)) return false;
    this.told.add(key);
    return true;
  }

  private begin(start: Start): void {
    const { running, entry } = begun(start, this.scene);
    this.countdown = running;
    this.actions.event(entry);
  }

  /** What was ordered since the last decision. */
  private checkWanted(): void {
    const { wanted } = this.before;
    if (wanted === undefined || this.rules.mode === 'off' || this.committed?.practice === false) return;
    if (wanted.type === 'shutdown-now') {
      const { countdown } = this;
      const reason = [say('decision.personAsked'), ...(countdown === undefined ? [] : [countdown.reason])].join(' ');
      this.commit({ failed: [], ...countdown, trigger: 'person', reason, data: countdown?.data ?? {} });
      return;
    }
    const reason = say('decision.requested', { from: wanted.from, reason: wanted.reason });
    const data = { from: wanted.from, asked: wanted.reason };
    const acts = this.rules.triggers.request.level === 'act';
    const kind = 'shutdown-requested';
    this.actions.event({ kind, severity: acts ? 'critical' : 'warning', text: reason, reason, data });
    if (acts && this.countdown === undefined && this.committed === undefined) {
      this.begin({ trigger: 'request', reason, data, failed: [] });
    }
  }

  private followSchedule({ due, missed }: ReturnType<typeof lookAtSchedule>): void {
    for (const occurrence of missed) this.actions.event(missedEntry(occurrence));
    if (due === undefined) return;
    const reason = say('decision.scheduled', { time: new Date(due.at).toLocaleTimeString(saidIn()) });
    const startAt = due.startAt === undefined ? {} : { startAt: due.startAt };
    this.begin({ trigger: 'schedule', reason, data: { scheduledFor: due.at, ...startAt }, failed: [], ...startAt });
  }

  private checkDue(): void {
    const { countdown } = this;
    const { steady } = this.moment;
    if (countdown === undefined || steady < countdown.actsAt) return;
    if (countdown.device !== undefined) {
      // The values may have turned out better than those that started it; then it waits for them, as long as they come.
      if (!shortNow(this.supplies, new Set(countdown.failed), this.rules, steady)) {
        // While mains comes and goes nothing is done, and nothing is given up either.
        const comesAndGoes = this.supplies.some(
          ({ device, watch }) => countdown.failed.includes(device.id) && watch.confirmed && watch.source === 'mains',
        );
        if (steady - countdown.actsAt >= GIVEN_UP && !comesAndGoes)
          this.stop(countdown, say('decision.noLongerHolds'), this.inputsOf(countdown.device));
        return;
      }
    }
    this.commit(countdown);
  }

  private commit({ device, trigger, reason, data, failed, startAt }: Start): void {
    this.countdown = undefined;
    const practice = isPractice(device, this.scene);
    const kind = this.rules.action;
    const all = {
      ...data,
      ...this.inputsOf(device),
      trigger,
      mode: this.rules.mode,
    };
    // On record before anything is done, since nothing may be recorded after; of practice the actor tells.
    if (!practice) {
      const text = say(`decision.actsNow.${kind}`, { reason });
      this.actions.event({ kind: 'shutdown-committed', severity: 'critical', device, text, reason, data: all });
    }
    const acted = practice ? say(`decision.wouldHaveActed.${kind}`) : say(`decision.acted.${kind}`);
    this.actions.outcome([device, ...failed], `${acted} ${reason}`);
    const times = { performedAt: this.moment.steady, asked: true };
    this.perform({ device, trigger, reason, data: all, practice, kind, startAt, ...times });
  }

  private perform(committed: NonNullable<Content['committed']>): void {
    this.committed = committed;
    const { device, trigger, reason, practice, data, kind, startAt } = committed;
    const optional = { ...(device === undefined ? {} : { device }), ...(startAt === undefined ? {} : { startAt }) };
    this.actions.list.push({ type: 'perform', action: { kind, practice, trigger, reason, inputs: data, ...optional } });
  }
}
