/**
 * One outage of a simulated UPS from beginning to end, drawn at random: load steps, a worn battery, jittery polling, a
 * runtime that lies, lost contact, mains that may return. The policy is fed as the guardian feeds it, and what it asks
 * for is done: the computer goes down, the UPS cuts its output after it and comes back with mains.
 */
import type { LearnedRuntime, PolicyMoment, PowerAction } from '../../../../src-main/engine/base/parts.ts';
import { dischargeOf } from '../../../../src-main/engine/battery/discharge.ts';
import type { KeptBattery } from '../../../../src-main/engine/battery/kept.ts';
import { carefulOf } from '../../../../src-main/engine/battery/report.ts';
import { carefully } from '../../../../src-main/engine/protection/policy/careful.ts';
import { policy } from '../../../../src-main/engine/protection/policy/decide.ts';
import type { DeviceState, Discharge } from '../../../../src-shared/contract/index.ts';
import { type ProtectionSetting, protectionSettingSchema } from '../../../../src-shared/settings/index.ts';
import { createUpsModel, PROFILES, type UpsModel } from '../../../../src-shared/ups-model/index.ts';
import { type Course, type Honesty, random, type Trouble } from './course.ts';
import { rulesWith, upsNamed } from './run.ts';

/** The UPS waits so long after the computer should be down until it cuts, and so long until it comes back. Seconds. */
const CUT_AFTER = 30;
const BACK_AFTER = 30;
/** No outage is followed for longer. Seconds. */
const LONGEST = 6 * 3600;

/** Percent that the gauge shows when a UPS goes off all of a sudden. */
export const DIES_AT = 80;

/**
 * Draws an outage and plays it. With a past, the policy is handed what was learned from it, as by the engine.
 */
export function discharge(seed: number, trouble: Trouble = 'none', past: readonly Discharge[] = []): Course {
  return new Outage(seed, trouble, past).play();
}

class Outage {
  private readonly draw: () => number;
  private readonly model: UpsModel;
  private readonly rules: ProtectionSetting;
  private readonly honesty: Honesty;
  private readonly factor: number;
  private readonly goesDownIn: number;
  private readonly story: string[] = [];
  private readonly frozen: { readonly charge: number; readonly runtime: number };
  private readonly runtimeAtStart: number;
  private readonly mainsBackAt: number | undefined;
  private readonly cut: { readonly from: number; readonly to: number } | undefined;
  private state = policy.start();
  /** Mains is lost at 0. */
  private time = -20;
  private readonly trouble: Trouble;
  /** It goes off all of a sudden. */
  private readonly dies: boolean;
  private readonly past: readonly Discharge[];
  private readonly leap: { readonly at: number; readonly by: number };
  private readonly points: { charge: [number, number, number, number][]; watts: [number, number, number, number][] } = {
    charge: [],
    watts: [],
  };
  private device: DeviceState = upsNamed('a');
  private acted: PowerAction | undefined;
  private actedAt: number | undefined;
  private downAt: number | undefined;
  private emptyAt: number | undefined;

  constructor(seed: number, trouble: Trouble, past: readonly Discharge[]) {
    this.trouble = trouble;
    this.dies = trouble === 'death' || trouble === 'leap-and-death';
    this.past = past;
    this.draw = random(seed);
    const profiles = Object.values(PROFILES);
    const all = ['honest', 'honest', 'too-long', 'frozen', 'no-runtime', 'no-charge', 'status-only'] as const;
    // Only a gauge that is told and moves can leap, or be remembered.
    this.honesty = this.pick<Honesty>(trouble === 'none' ? all : ['honest', 'too-long', 'no-runtime']);
    const shutdownSeconds = this.between(20, 180);
    const command = this.draw() < 0.3 ? this.between(5, 30) : 0;
    this.goesDownIn = command + Math.round(shutdownSeconds * (0.5 + this.draw() / 2));
    const rest = command + shutdownSeconds;
    const confirmSeconds = this.between(0, 10);
    const least = this.dies ? (rest + confirmSeconds + 60) / (1 - DIES_AT / 100) : rest + confirmSeconds + 150;
    const { model, runtime } = this.solidModel(profiles, least);
    this.model = model;
    this.runtimeAtStart = runtime;
    const { charge } = model.state().battery;
    this.frozen = { charge: Math.round(charge), runtime: Math.round(runtime) };
    this.factor = 1 + this.draw() * 3;
    this.rules = protectionSettingSchema.parse({
      ...rulesWith(this.triggers(rest, runtime), {
        confirmSeconds,
        shutdownSeconds,
        countdownSeconds: this.between(0, 120),
        ownCommand: {
          enabled: command > 0,
          program: '/bin/true',
          arguments: [],
          timeoutSeconds: Math.max(1, command),
        },
      }),
    });
    this.mainsBackAt =
      this.draw() < 0.5 && !this.dies ? this.between(1, Math.min(LONGEST, Math.round(runtime * 1.5))) : undefined;
    // What a UPS says for so short that nothing is known of it cannot be made up for: contact goes once it was confirmed.
    const lost = this.draw() < 0.4 && trouble === 'none';
    const from = confirmSeconds + this.between(15, 120);
    const forGood = this.honesty === 'honest' || this.honesty === 'status-only';
    this.cut = lost ? { from, to: from + (forGood && this.draw() < 0.5 ? LONGEST : this.between(3, 30)) } : undefined;
    this.leap = this.leapOf();
  }

  play(): Course {
    // On mains first: what is said then is known when the outage begins.
    while (this.time < 0) this.step(2, true);
    this.model.force({ mainsVoltage: 0 });
    let nextPoll = 0;
    let nextStep = this.between(20, 300);
    const until = Math.min(LONGEST, this.runtimeAtStart * 4 + 900);
    while (this.time < until && !this.settled()) {
      const poll = this.time >= nextPoll;
      if (poll) nextPoll = this.time + 1 + this.draw() * 4;
      if (this.time >= nextStep) {
        this.changeLoad();
        nextStep = this.time + this.between(20, 300);
      }
      if (this.mainsBackAt !== undefined && Math.abs(this.time - this.mainsBackAt) < 0.5) {
        this.model.force({ mainsVoltage: this.model.profile.nominalVoltage });
        this.story.push(`${this.time} mains is back`);
      }
      this.step(1, poll && this.draw() > 0.05);
    }
    return {
      kept: this.kept(),
      honesty: this.honesty,
      rules: this.rules,
      acted: this.acted,
      actedAt: this.actedAt,
      downAt: this.downAt,
      emptyAt: this.emptyAt,
      mainsBackAt: this.mainsBackAt,
      runtimeAtStart: this.runtimeAtStart,
      runsAtEnd: this.runsAtEnd(),
      story: this.story,
    };
  }

  /** A second or two pass; the UPS is read or not, and the policy is asked. */
  private step(seconds: number, poll: boolean): void {
    this.model.advance(seconds);
    this.time += seconds;
    const { battery } = this.model.state();
    // A cell that gives way takes the output with it; nothing that was told before says so.
    if (this.dies && battery.discharging && battery.charge <= DIES_AT) this.model.force({ fault: true });
    const { output } = this.model.state();
    if (!output.on && this.emptyAt === undefined && this.downAt === undefined) {
      this.emptyAt = this.time;
      this.story.push(`${this.time} the output is dead`);
    }
    if (this.actedAt !== undefined && this.downAt === undefined && this.time >= this.actedAt + this.goesDownIn) {
      if (this.emptyAt === undefined) this.downAt = this.time;
    }
    const away = this.cut !== undefined && this.time >= this.cut.from && this.time < this.cut.to;
    if (away) this.device = { ...this.device, link: this.time - (this.cut?.from ?? 0) > 10 ? 'lost' : 'stale' };
    else if (poll && (!this.dies || output.on)) {
      this.device = { ...this.device, link: 'live', readAt: this.now, values: this.values() };
      this.remember();
    }
    // A computer that is down decides nothing.
    if (this.downAt === undefined && this.emptyAt === undefined) this.decide();
  }

  private decide(): void {
    const moment: PolicyMoment = {
      now: this.now,
      steady: 1_000_000 + this.time * 1000,
      devices: [carefully(this.device, this.learned())],
    };
    const { state, actions } = policy.decide(this.state, this.rules, moment);
    this.state = state;
    for (const action of actions) {
      if (action.type === 'event') this.story.push(`${this.time} ${action.event.kind}: ${action.event.text}`);
      if (action.type !== 'perform' || this.actedAt !== undefined) continue;
      this.acted = action.action;
      this.goDown();
    }
  }

  private goDown(): void {
    this.actedAt = this.time;
    this.model.shutdown(this.goesDownIn + CUT_AFTER, { onIn: BACK_AFTER, returnWithMains: true });
  }

  /** What the engine hands to the policy of what was learned; nothing without a past. */
  private learned(): LearnedRuntime | undefined {
    if (this.past.length === 0) return undefined;
    const kept: KeptBattery = { lookedUntil: 0, replacements: [], discharges: [...this.past], tests: [] };
    const watts = Math.round(this.model.world.load);
    return carefulOf(kept, { ...this.device, values: { ...this.device.values, 'ups.realpower': watts } }, this.now);
  }

  /** Seconds that going down takes at most, as it is set. */
  private get rest(): number {
    const { ownCommand, shutdownSeconds } = this.rules;
    return (ownCommand.enabled ? ownCommand.timeoutSeconds : 0) + shutdownSeconds;
  }

  /** Keeps what was told, as the engine does. */
  private remember(): void {
    const charge = this.device.values['battery.charge'];
    if (this.time < 0 || typeof charge !== 'number') return;
    const watts = Math.round(this.model.world.load);
    this.points.charge.push([this.now, charge, charge, charge]);
    this.points.watts.push([this.now, watts, watts, watts]);
  }

  /** What the engine keeps: where the UPS was gone while it carried, how far it had come. */
  private kept(): Discharge {
    const begin = this.now - this.time * 1000;
    const gone = this.points.charge.at(-1)?.[0] ?? begin;
    const died = this.emptyAt !== undefined;
    // It answers again with mains, an hour later.
    const end = died ? this.now + 3_600_000 : this.now;
    const lost = died ? [{ from: gone, to: end }] : [];
    return dischargeOf({ begin, end, kind: 'outage', ...this.points, percent: [], voltage: [], lost });
  }

  private get now(): number {
    return 1_700_000_000_000 + this.time * 1000;
  }

  private values(): DeviceState['values'] {
    const { battery, status, mains } = this.model.state();
    const leapt = battery.discharging && battery.charge < this.leap.at ? this.leap.by : 0;
    const shown = Math.max(0, battery.charge - leapt);
    const charge = this.honesty === 'frozen' ? this.frozen.charge : Math.round(shown);
    const said =
      this.honesty === 'frozen'
        ? this.frozen.runtime
        : battery.runtime * (shown / Math.max(battery.charge, 1)) * this.lie();
    const noCharge = this.honesty === 'no-charge' || this.honesty === 'status-only';
    const noRuntime = this.honesty === 'no-runtime' || this.honesty === 'status-only';
    return {
      'ups.status': status.join(' '),
      'input.voltage': mains.voltage,
      ...(noCharge ? {} : { 'battery.charge': charge }),
      ...(noRuntime ? {} : { 'battery.runtime': Math.round(said) }),
    };
  }

  private lie(): number {
    return this.honesty === 'too-long' ? this.factor : 1;
  }

  /** A step of the load; one that leaves less than going down takes can be met by nobody, and is not made. */
  private changeLoad(): void {
    const { load } = this.model.world;
    const wanted = this.model.profile.nominalRealPower * (0.15 + this.draw() * 0.75);
    this.model.force({ load: wanted });
    const settling = this.honesty === 'honest' || this.honesty === 'no-charge' ? 30 : 120;
    // What nobody reports nobody can know: where only the clock is honest, the load stays.
    const blind =
      this.honesty === 'frozen' || this.honesty === 'status-only' || this.cut?.to === LONGEST + (this.cut?.from ?? 0);
    if (blind || this.actedAt !== undefined || this.untilEnd() < this.rest + settling) {
      this.model.force({ load });
    } else this.story.push(`${this.time} the load is ${Math.round(wanted)} W`);
  }

  /** Seconds that the battery really carries from now on. */
  private untilEnd(): number {
    const { charge, runtime } = this.model.state().battery;
    return this.dies ? (runtime * (charge - DIES_AT)) / charge : runtime;
  }

  /** A UPS whose battery, worn as it is, carries the load for so long at least. */
  private solidModel(profiles: readonly UpsModel['profile'][], least: number): { model: UpsModel; runtime: number } {
    for (;;) {
      const model = createUpsModel(this.pick(profiles));
      model.force({
        health: 0.3 + this.draw() * 0.7,
        charge: this.dies ? 100 : 40 + this.draw() * 60,
        load: model.profile.nominalRealPower * (0.15 + this.draw() * 0.75),
      });
      model.advance(1);
      const { runtime } = model.state().battery;
      if (runtime >= least && runtime < LONGEST / 4) return { model, runtime };
    }
  }

  /** Rules as a person sets them; where values cannot be relied on, time on battery as Mainstay proposes it. */
  private triggers(rest: number, runtime: number): Parameters<typeof rulesWith>[0] {
    const charge = { level: 'act' as const, percent: this.between(5, 40) };
    const seconds = this.between(30, 600);
    if (this.honesty === 'status-only') {
      const most = Math.max(10, Math.floor((runtime - rest - 140) * this.draw()));
      return { timeOnBattery: { level: 'act', seconds: most }, lowBattery: { level: 'act' } };
    }
    return { charge, runtime: { level: 'act', seconds }, lowBattery: { level: 'act' } };
  }

  /** Nothing more will happen. */
  private settled(): boolean {
    if (this.emptyAt !== undefined && this.downAt === undefined) return true;
    if (this.downAt !== undefined && this.mainsBackAt === undefined) return true;
    return (
      this.mainsBackAt !== undefined &&
      this.time > Math.max(this.mainsBackAt, (this.actedAt ?? 0) + this.goesDownIn) + 600
    );
  }

  /** The computer starts when its power comes back after having been away, or never went down. */
  private runsAtEnd(): boolean {
    const { output, timers } = this.model.state();
    if (!output.on) return false;
    return this.actedAt === undefined || timers.shutdown === null;
  }

  /** Where its gauge leaps down, and by how much; one that dies early leaps before. Percent. */
  private leapOf(): Outage['leap'] {
    if (this.trouble === 'leap') return { at: this.between(30, 85), by: this.between(12, 30) };
    if (this.trouble === 'leap-and-death') return { at: this.between(DIES_AT + 4, 97), by: this.between(12, 30) };
    return { at: 0, by: 0 };
  }

  private between(low: number, high: number): number {
    return low + Math.floor(this.draw() * (high - low + 1));
  }

  private pick<T>(from: readonly T[]): T {
    const found = from[Math.floor(this.draw() * from.length)];
    if (found === undefined) throw new Error('Nothing to pick from.');
    return found;
  }
}
