/** Follows what one UPS says over time, and judges after each reading where the load's power comes from. */
import {
  type Evidence,
  inputSays,
  judgePower,
  type PowerFacts,
  type PowerJudgement,
  parseStatus,
  UNJUDGED,
  wordObserved,
} from '../../../../src-shared/nut/index.ts';

/** How the battery moved is looked at over so long. Milliseconds. */
const REMEMBERED = 10 * 60_000;
/** A fall or rise must go on for so long, over so many observations. */
const TREND = { over: 30_000, observations: 4 } as const;
/** A charge that fell by so much falls, and by so much falls far. Percent. */
const FALLS = 3;
const FALLS_FAR = 15;
/** A charge moves by no more than this, or by so much a second: more is a value that jumps. Percent. */
const CHARGE_STEP = { least: 2, second: 1 } as const;
/** A battery's voltage drops when the load comes and when the charger rests; only more than that is a fall. Share. */
const VOLTAGE_FALLS = 0.08;
const VOLTAGE_STEP = { least: 0.04, second: 0.01 } as const;
/** Observations nearer to each other than this are kept as one. Milliseconds. */
const KEPT_APART = 2000;

interface Level {
  readonly at: number;
  readonly value: number;
}

/** Judges one UPS. */
export class PowerJudge {
  #charges: readonly Level[] = [];
  #voltages: readonly Level[] = [];
  #inputTrusted = false;
  #told = '';
  /** When the status last changed what it says of the source. */
  #toldSince = Number.NEGATIVE_INFINITY;
  #judgement: PowerJudgement = UNJUDGED;

  /** What the last look came to. */
  judgement(): PowerJudgement {
    return this.#judgement;
  }

  /** Takes in what is known now. `rated`: volts of the mains, where they are known. */
  look(evidence: Evidence, rated: number | undefined): PowerJudgement {
    const words = new Set<string>(parseStatus(String(evidence.values.get('ups.status')?.value ?? '')).words);
    const source = ['OL', 'OB'].filter((word) => words.has(word)).join(' ');
    if (source !== this.#told) {
      this.#told = source;
      this.#toldSince = wordObserved(evidence, 'OB')?.at ?? Number.NEGATIVE_INFINITY;
    }
    const testing = words.has('TEST') || words.has('CAL');
    this.#charges = testing ? [] : grown(this.#charges, numberOf(evidence, 'battery.charge'));
    this.#voltages = testing ? [] : grown(this.#voltages, numberOf(evidence, 'battery.voltage'));
    const input = this.#inputOf(evidence, rated);
    if (input === 'there') this.#inputTrusted = true;
    const facts: PowerFacts = { words, input, inputTrusted: this.#inputTrusted, trend: this.#trend() };
    const judged = judgePower(facts);
    if (judged.source !== this.#judgement.source || judged.signs.join() !== this.#judgement.signs.join()) {
      this.#judgement = judged;
    }
    return this.#judgement;
  }

  /** What was measured before the status changed says nothing of what it changed to. */
  #inputOf(evidence: Evidence, rated: number | undefined): PowerFacts['input'] {
    const current = (level: Level | undefined): number | undefined =>
      level === undefined || level.at < this.#toldSince ? undefined : level.value;
    const frequency = current(numberOf(evidence, 'input.frequency'));
    const voltage = current(numberOf(evidence, 'input.voltage'));
    return inputSays(voltage, frequency, rated);
  }

  #trend(): PowerFacts['trend'] {
    const charge = moved(this.#charges, (from, to) => to.value - from.value, CHARGE_STEP);
    if (this.#charges.length > 0) {
      if (charge <= -FALLS_FAR) return 'falling far';
      if (charge <= -FALLS) return 'falling';
      return charge >= FALLS ? 'rising' : undefined;
    }
    const voltage = moved(this.#voltages, (from, to) => to.value / from.value - 1, VOLTAGE_STEP);
    return voltage <= -VOLTAGE_FALLS ? 'falling' : undefined;
  }
}

function numberOf({ values }: Evidence, name: string): Level | undefined {
  const known = values.get(name);
  if (known === undefined || typeof known.value !== 'number' || !Number.isFinite(known.value)) return undefined;
  return { at: known.at, value: known.value };
}

/** With the newest observation, if it is one. */
function grown(levels: readonly Level[], level: Level | undefined): readonly Level[] {
  const last = levels.at(-1);
  if (level === undefined || (last !== undefined && level.at <= last.at)) return levels;
  const before = levels.at(-2);
  const crowded = before !== undefined && level.at - before.at < KEPT_APART;
  return [...(crowded ? levels.slice(0, -1) : levels).filter(({ at }) => level.at - at <= REMEMBERED), level];
}

/** By how much it has moved in one direction, step by step, up to now; 0 where it did not, or jumped. */
function moved(
  levels: readonly Level[],
  between: (from: Level, to: Level) => number,
  step: { readonly least: number; readonly second: number },
): number {
  const last = levels.at(-1);
  if (last === undefined) return 0;
  let first = last;
  let direction = 0;
  let observations = 1;
  for (const level of levels.toReversed().slice(1)) {
    const change = between(level, first);
    const seconds = (first.at - level.at) / 1000;
    if (Math.abs(change) > Math.max(step.least, step.second * seconds)) break;
    if (change !== 0) {
      if (direction !== 0 && Math.sign(change) !== direction) break;
      direction = Math.sign(change);
    }
    first = level;
    observations += 1;
  }
  const whole = between(first, last);
  return observations >= TREND.observations && last.at - first.at >= TREND.over ? whole : 0;
}
