/** Tells the charge of a battery from its voltage where a UPS reports none, as far as that can be told. */
import {
  ABOVE_LEAD_ACID,
  chargeAtRest,
  chargeUnderLoad,
  type Chemistry,
  chemistryOf,
  type Evidence,
  parseStatus,
  type PowerJudgement,
  sagUnderLoad,
  type Value,
} from '../../../../src-shared/nut/index.ts';
import { say } from '../../../../src-shared/texts/say.ts';

/** What was told, or why nothing was. */
export type ChargeJudgement = { readonly charge: number } | { readonly why: string };

/** Volt of the usual block, and between which shares of its rating a battery in use stays. */
const BLOCK = 12;
const LOWEST = 0.75;
const HIGHEST = 1.3;

/** After mains went, a full battery still shows what the charger left in it. Milliseconds. */
const SETTLING = 60_000;
/** A charger holds its voltage from four fifths on; a battery that was held so long is full. Volt, milliseconds. */
const HELD_AT = 13.2;
const FULL_AFTER = 4 * 3_600_000;
/** What a UPS draws for itself, as a share of its rating: with it, a load lets the voltage sink in proportion. */
const IDLE_SHARE = 0.07;
/** So long above what lead-acid shows, with the battery carrying: it is none. */
const FLAT_FOR = 20 * 60_000;
/** At rest: neither charged nor drawn from, and still within so many volts a block for so long. Milliseconds. */
const STILL_FOR = 30 * 60_000;
const STILL = 0.03;

/** Judges the charge of one UPS, look after look. */
export class ChargeJudge {
  #source: PowerJudgement['source'] = 'unknown';
  #since = 0;
  /** Where the voltage of a block has stayed since when. */
  #still: { readonly volts: number; readonly since: number } | undefined;
  /** The voltage stayed where that of lead-acid never does. */
  #flat = false;
  /** Since when a charger has held it. */
  #heldSince: number | undefined;
  /** This time on battery began full. */
  #full = false;
  /** Volt by which a block sinks for each share of the rating that is carried, as it was measured last. */
  #sag: number | undefined;

  /**
   * Takes in what is known now, also what a person told the battery to be made of; undefined where the UPS tells no
   * voltage. The same once more changes nothing.
   */
  look(
    evidence: Evidence,
    values: (name: string) => Value | undefined,
    power: PowerJudgement,
    told?: Chemistry,
  ): ChargeJudgement | undefined {
    const observed = evidence.values.get('battery.voltage');
    const voltage = values('battery.voltage');
    if (observed === undefined || typeof voltage !== 'number') return undefined;
    const { at } = observed;
    const rated = values('battery.voltage.nominal');
    if (typeof rated !== 'number' || rated <= 0) return { why: say('session.charge.noRating') };
    if (power.source !== this.#source) {
      this.#full = this.#heldSince !== undefined && at - this.#heldSince >= FULL_AFTER;
      this.#source = power.source;
      this.#since = at;
    }
    const volts = (voltage / rated) * BLOCK;
    if (this.#still === undefined || Math.abs(volts - this.#still.volts) > STILL) this.#still = { volts, since: at };
    const fitting = volts >= LOWEST * BLOCK && volts <= HIGHEST * BLOCK;
    // Also while it counts as lithium: whoever puts that right need not wait for hours of charging again.
    if (fitting) {
      const held = power.source !== 'battery' && volts >= HELD_AT;
      this.#heldSince = held ? (this.#heldSince ?? at) : undefined;
    }
    this.#flat ||= power.source === 'battery' && at - this.#since >= FLAT_FOR && volts > ABOVE_LEAD_ACID;
    if (this.#isLithium(values, told)) return { why: say('session.charge.lithium') };
    if (!fitting) return { why: say('session.charge.unfitting', { volts: voltage, rated }) };
    const words = new Set<string>(parseStatus(String(values('ups.status') ?? '')).words);
    if (power.source === 'battery') return this.#underLoad(volts, values('ups.load'), at);
    const still = at - this.#still.since >= STILL_FOR;
    if (volts > ABOVE_LEAD_ACID || words.has('CHRG') || !still) return { why: say('session.charge.charging') };
    return { charge: chargeAtRest(volts) };
  }

  #underLoad(volts: number, load: Value | undefined, at: number): ChargeJudgement {
    if (typeof load !== 'number') return { why: say('session.charge.noLoad') };
    if (at - this.#since < SETTLING || volts > ABOVE_LEAD_ACID) return { why: say('session.charge.settling') };
    const drawn = Math.max(0, load / 100) + IDLE_SHARE;
    if (this.#full) this.#sag = sagUnderLoad(volts) / drawn;
    this.#full = false;
    if (this.#sag === undefined) return { why: say('session.charge.unmeasured', { seconds: FULL_AFTER / 1000 }) };
    return { charge: chargeUnderLoad(volts, this.#sag * drawn) };
  }

  /**
   * A person comes first, in both directions: they can read the label on the battery, and may have put in another kind
   * than the UPS was made for. What the UPS calls it, its model, its rating and its voltage are signs only: a type is
   * often a constant of the firmware, and a voltage stays up as well where the load is next to nothing.
   */
  #isLithium(values: (name: string) => Value | undefined, told: Chemistry | undefined): boolean {
    return told === undefined ? this.#flat || chemistryOf(values) === 'lithium' : told === 'lithium';
  }
}
