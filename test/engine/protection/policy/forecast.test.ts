/** What is foreseen is what is then decided: the policy run ahead against the policy itself. */
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { PolicyMoment } from '../../../../src-main/engine/base/parts.ts';
import { policy } from '../../../../src-main/engine/protection/policy/decide.ts';
import { goingsOf } from '../../../../src-main/engine/protection/policy/forecast.ts';
import type { DeviceState, ForecastStep } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import { unsaid } from '../../../../src-shared/texts/say.ts';
import { rulesWith, Story, upsNamed } from './run.ts';

// On a busy machine everything takes longer, and nothing here measures speed.
vi.setConfig({ testTimeout: 120_000 });

const NOON = Date.UTC(2026, 10, 21, 12);

/** A UPS in the middle of a made-up outage, and when it began. */
interface Part {
  readonly charge: number | undefined;
  readonly runtime: number | undefined;
  /** Percent a minute that the charge has fallen by so far. */
  readonly fall: number;
  /** Seconds after the first second; beyond the end it stays on mains. */
  readonly lost: number;
  readonly back: number | undefined;
  readonly gone: number | undefined;
}

/** Plays outages up to a moment: what the policy then remembers is what is looked ahead from. */
class Played {
  readonly rules: ProtectionSetting;
  readonly parts: readonly Part[];
  state = policy.start();
  seconds = 0;
  devices: readonly DeviceState[] = [];

  constructor(rules: ProtectionSetting, parts: readonly Part[]) {
    this.rules = rules;
    this.parts = parts;
  }

  get moment(): PolicyMoment {
    return { now: NOON + this.seconds * 1000, steady: 5000 + this.seconds * 1000, devices: this.devices };
  }

  to(end: number): this {
    for (; this.seconds < end; this.seconds += 1) {
      this.devices = this.parts.map((part, index) => this.at(part, index));
      this.state = policy.decide(this.state, this.rules, this.moment).state;
    }
    this.seconds -= 1;
    return this;
  }

  private at({ charge, runtime, fall, lost, back, gone }: Part, index: number): DeviceState {
    const id = `u${index}`;
    const since = Math.max(0, this.seconds - lost);
    const away = this.seconds >= lost && (back === undefined || this.seconds < back);
    const before = this.devices[index];
    // Read each second second, until contact is lost.
    if (gone !== undefined && this.seconds >= gone && before !== undefined) return { ...before, link: 'lost' };
    if (this.seconds % 2 === 1 && before !== undefined) return before;
    return upsNamed(id, {
      readAt: this.moment.now,
      values: {
        'ups.status': away ? 'OB DISCHRG' : 'OL',
        ...(charge === undefined ? {} : { 'battery.charge': Math.max(1, charge - (since / 60) * fall) }),
        ...(runtime === undefined ? {} : { 'battery.runtime': Math.max(1, runtime - since) }),
      },
    });
  }

  forecast(): readonly ForecastStep[] {
    return policy.forecast(this.state, this.rules, this.moment);
  }

  /** What the policy decides when every value goes on as foreseen: read each two seconds, decided each second. */
  real(until: number): { readonly kind: string; readonly at: number; readonly device: string | undefined }[] {
    const { now, steady } = this.moment;
    const goings = goingsOf(this.state, this.moment);
    const found: { kind: string; at: number; device: string | undefined }[] = [];
    let { state } = this;
    let devices = this.devices;
    for (let second = 1; now + second * 1000 <= until; second += 1) {
      const time = now + second * 1000;
      if (second % 2 === 0) devices = goings.map(({ after }) => after(second, time));
      const decision = policy.decide(state, this.rules, { now: time, steady: steady + second * 1000, devices });
      state = decision.state;
      for (const action of decision.actions) {
        if (action.type === 'perform') return [...found, { kind: 'act', at: time, device: action.action.device }];
        if (action.type !== 'event') continue;
        const kind = KINDS[action.event.kind];
        const cut = kind === 'warning' && 'countdown' in action.event.data;
        if (kind !== undefined) found.push({ kind: cut ? 'cut-short' : kind, at: time, device: action.event.device });
      }
      if (decision.protection.phase === 'idle') return found;
    }
    return found;
  }
}

const KINDS: Readonly<Partial<Record<string, ForecastStep['kind']>>> = {
  'outage-confirmed': 'confirmed',
  'trigger-warning': 'warning',
  implausible: 'warning',
  'countdown-started': 'countdown',
  'countdown-cancelled': 'stopped',
  'outage-over': 'over',
};

const COMMAND = 20;
const level = fc.constantFrom('off' as const, 'warn' as const, 'act' as const);
const anyRules: fc.Arbitrary<ProtectionSetting> = fc
  .record({
    timeOnBattery: fc.record({ level, seconds: fc.integer({ min: 10, max: 3000 }) }),
    charge: fc.record({ level, percent: fc.integer({ min: 5, max: 90 }) }),
    runtime: fc.record({ level, seconds: fc.integer({ min: 30, max: 1500 }) }),
    lowBattery: fc.record({ level }),
    confirmSeconds: fc.integer({ min: 0, max: 20 }),
    countdownSeconds: fc.constantFrom(0, 7, 60, 300),
    shutdownSeconds: fc.integer({ min: 10, max: 180 }),
    suppliesNeeded: fc.constantFrom('all' as const, 1),
    command: fc.boolean(),
    mode: fc.constantFrom('practice' as const, 'armed' as const),
  })
  .map(({ timeOnBattery, charge, runtime, lowBattery, command, ...rest }) =>
    rulesWith(
      { timeOnBattery, charge, runtime, lowBattery },
      {
        ...rest,
        ownCommand: { enabled: command, program: '/bin/true', arguments: [], timeoutSeconds: COMMAND },
      },
    ),
  );
const part: fc.Arbitrary<Part> = fc.record({
  charge: fc.option(fc.integer({ min: 20, max: 100 }), { nil: undefined }),
  runtime: fc.option(fc.integer({ min: 60, max: 4000 }), { nil: undefined }),
  fall: fc.constantFrom(0, 1, 3, 8),
  // Often so short that the outage was not confirmed yet.
  lost: fc.oneof(fc.integer({ min: 4, max: 12 }), fc.integer({ min: 4, max: 120 })),
  back: fc.option(fc.integer({ min: 60, max: 700 }), { nil: undefined, freq: 2 }),
  gone: fc.option(fc.integer({ min: 30, max: 400 }), { nil: undefined, freq: 4 }),
});

/** A reading is two seconds from the next, and a decision may see two of them later than another. Milliseconds. */
const NEAR = 4500;
/** A share of the time ahead. */
const ROUGH = 0.01;
/** Where nothing acts it is compared for so long. Milliseconds. */
const LONG = 1_800_000;

/**
 * A charge falls by just so much in two minutes that readings at other moments would call it a fall or none: what is then
 * believed of the battery hangs on when it is read.
 */
function onTheEdge({ state, moment }: Played): boolean {
  return goingsOf(state, moment).some(({ id, empty }) => {
    const charge = Number(moment.devices.find((device) => device.id === id)?.values['battery.charge']);
    return empty !== undefined && Math.abs(((charge / empty) * 120) / 2 - 1) < 0.06;
  });
}

const CHARGE = { charge: { level: 'act', percent: 30 } } as const;
const OB = { 'ups.status': 'OB DISCHRG' };
const OL = { 'ups.status': 'OL CHRG' };

const kinds = (steps: readonly ForecastStep[]): string[] =>
  steps.map(({ kind, devices }) => `${kind} ${devices.join('+')}`.trim());
const secondsTo = (story: Story, kind: ForecastStep['kind']): number | undefined => {
  const step = story.forecast().find((each) => each.kind === kind);
  return step === undefined ? undefined : (step.at - story.now) / 1000;
};

/** What holds in one reading with what begins a countdown is told by the countdown alone; a second later, by itself. */
function beside(some: readonly { kind: string; at: number }[], at: number): boolean {
  return some.some(({ kind, at: other }) => kind !== 'warning' && Math.abs(other - at) <= NEAR);
}

describe('what is foreseen', () => {
  it('is what is then decided, if everything goes on as it is', () => {
    const met = new Map<string, number>();
    fc.assert(
      fc.property(
        anyRules,
        fc.array(part, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 5, max: 900 }),
        fc.option(fc.integer({ min: 1, max: 14 }), { freq: 2 }),
        (setting, parts, anywhere, afterMains) => {
          // Often just after mains came back, which chance alone seldom meets.
          const back = parts[0]?.back;
          const second = back === undefined || afterMains === null ? anywhere : back + afterMains;
          const played = unsaid(() => new Played(setting, parts).to(second));
          const { phase } = policy.decide(played.state, setting, played.moment).protection;
          fc.pre(phase !== 'committed' && phase !== 'idle');
          fc.pre(!onTheEdge(played));
          const steps = played.forecast();
          const { now } = played.moment;
          // Nothing is foreseen of an empty battery that the policy would be asked about: it knows no such moment.
          const empty = steps.filter(({ kind }) => kind === 'empty').at(-1)?.at;
          const acts = steps.find(({ kind }) => kind === 'command' || kind === 'action');
          // How fast a charge falls is known a little differently by readings at other moments.
          const rough = parts.some(({ charge }) => charge !== undefined);
          const near = (at: number): number => NEAR + (rough ? (at - now) * ROUGH : 0);
          const end = acts === undefined ? Math.min(empty ?? now + LONG, now + LONG) : acts.at + near(acts.at);
          const own = steps.filter(({ kind }) => [...Object.values(KINDS), 'cut-short'].includes(kind));
          const foreseen = [
            ...own.map(({ kind, at, devices }) => ({ kind: kind as string, at, devices })),
            ...(acts === undefined ? [] : [{ kind: 'act', at: acts.at, devices: acts.devices }]),
          ];
          const real = unsaid(() => played.real(end));
          // What comes about at the end of what is compared may lie beyond it on the other side.
          const within = ({ at }: { readonly at: number }): boolean => at <= end - near(end) || acts !== undefined;
          const told = (some: readonly { kind: string; at: number }[]): string[] =>
            some.map(({ kind, at }) => `${kind}@${(at - now) / 1000}`);
          for (const { kind } of foreseen) met.set(kind, (met.get(kind) ?? 0) + 1);
          const unmatched = [...foreseen];
          for (const happened of real) {
            const index = unmatched.findIndex(
              ({ kind, at, devices }) =>
                kind === happened.kind &&
                Math.abs(at - happened.at) <= near(at) &&
                (happened.device === undefined || devices.includes(happened.device)),
            );
            if (index < 0 && happened.kind === 'warning' && beside(foreseen, happened.at)) continue;
            if (index < 0 && !within(happened)) continue;
            if (index < 0)
              throw new Error(
                `not foreseen: ${told([happened]).join()} in ${told(foreseen).join(' ')}; did: ${told(real).join(' ')}`,
              );
            unmatched.splice(index, 1);
          }
          const missed = unmatched.filter(
            (step) => within(step) && (step.kind !== 'warning' || !beside(real, step.at)),
          );
          expect(told(missed), `never happened; did: ${told(real).join(' ')}`).toEqual([]);
        },
      ),
      { numRuns: Number(process.env['RUNS'] ?? 60), endOnFailure: true },
    );
    // The property says nothing of what never comes.
    for (const kind of ['confirmed', 'warning', 'countdown', 'over', 'act']) {
      expect(met.get(kind) ?? 0, kind).toBeGreaterThan(0);
    }
  });

  it('is nothing on mains, and ends with what is decided', () => {
    const story = new Story(rulesWith(CHARGE, { shutdownSeconds: 40 })).readings(3, OL);
    expect(story.forecast()).toEqual([]);
    story.readings(5, { ...OB, 'battery.charge': 90, 'battery.runtime': 900 });
    // A charge of 30 % after two thirds of 900 s, and a minute of countdown.
    expect(kinds(story.forecast())).toEqual(['countdown a', 'action a', 'ups-off a', 'ups-on a']);
    expect(secondsTo(story, 'countdown')).toBeGreaterThan(590);
    expect(secondsTo(story, 'countdown')).toBeLessThan(610);
    expect((secondsTo(story, 'action') ?? 0) - (secondsTo(story, 'countdown') ?? 0)).toBeCloseTo(60, 0);
    expect((secondsTo(story, 'ups-off') ?? 0) - (secondsTo(story, 'action') ?? 0)).toBe(40);
  });

  it('tells the true end of a countdown that was cut short, and nothing beyond it', () => {
    const story = new Story(rulesWith({ timeOnBattery: { level: 'act', seconds: 10 } }, { shutdownSeconds: 40 }));
    story.readings(8, { ...OB, 'battery.charge': 45, 'battery.runtime': 900 });
    expect(story.protection.phase).toBe('countdown');
    const full = secondsTo(story, 'action') ?? 0;
    story.readings(3, { 'battery.runtime': 60 });
    expect(story.protection.phase).toBe('countdown');
    const { actsAt = 0 } = story.protection.countdown ?? {};
    expect((actsAt - story.now) / 1000).toBeLessThan(full - 20);
    expect(Math.abs((secondsTo(story, 'action') ?? 0) - (actsAt - story.now) / 1000)).toBeLessThanOrEqual(2);
    expect(kinds(story.forecast())).toEqual(['action a', 'ups-off a', 'ups-on a']);
    story.wait(20);
    expect(story.protection.phase).toBe('committed');
    const after = story.forecast();
    expect(kinds(after)).toEqual(['ups-off a', 'ups-on a']);
    // It stands still while time goes on, and is empty once it is past.
    expect(story.wait(5).forecast()).toEqual(after);
    expect(story.wait(60).forecast()).toEqual([]);
  });

  it('tells that a countdown stops and the outage is over, once mains is back', () => {
    const story = new Story(rulesWith({ timeOnBattery: { level: 'act', seconds: 10 } }));
    story.readings(7, OB).reading(2, OL);
    expect(story.protection.phase).toBe('countdown');
    expect(kinds(story.forecast()).toSorted()).toEqual(['over a', 'stopped a']);
    expect(secondsTo(story, 'over')).toBeLessThanOrEqual(16);
  });

  it('is over where practice is, and never says that nothing is left in a number', () => {
    const rules = rulesWith(
      { timeOnBattery: { level: 'act', seconds: 10 } },
      { mode: 'practice', countdownSeconds: 0 },
    );
    const story = new Story(rules).readings(3, OL).readings(4, OB);
    const [begins] = story.forecast();
    expect(begins?.text).toContain('Mainstay would shut this computer down now');
    story.readings(3);
    expect(story.protection.phase).toBe('committed');
    expect(story.forecast()).toEqual([]);
    for (const action of story.actions)
      if (action.type === 'event') expect(action.event.text).not.toMatch(/\b0.seconds/u);
  });

  it('of a UPS beside one that carries says so, and leads to nothing', () => {
    const story = new Story(rulesWith(CHARGE, { suppliesNeeded: 1 }), [upsNamed('a'), upsNamed('b')]);
    for (let index = 0; index < 5; index += 1) {
      story.reading(1, { ...OB, 'battery.charge': 90, 'battery.runtime': 900 }).reading(1, OL, 'b');
    }
    const steps = story.forecast();
    expect(kinds(steps)).toEqual(['warning a', 'warning a', 'empty a']);
    expect(steps[0]?.text).toContain('Nothing is shut down for it while UPS b can carry this computer.');
  });

  it('says of each UPS what it leads to itself', () => {
    const story = new Story(rulesWith(CHARGE), [upsNamed('a'), upsNamed('b')]);
    for (let index = 0; index < 5; index += 1) {
      story.reading(1, { ...OB, 'battery.charge': 40, 'battery.runtime': 900 });
      story.reading(1, { ...OB, 'battery.charge': 98, 'battery.runtime': 5000 }, 'b');
    }
    expect(new Set(story.forecast().flatMap(({ devices }) => devices))).toEqual(new Set(['a']));
    expect(story.protection.carrying?.map(({ device }) => device)).toEqual(['a', 'b']);
  });
});
