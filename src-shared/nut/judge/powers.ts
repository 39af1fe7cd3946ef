/** The battery by the power that it has to give, and the load by everything that tells of it. */
import { type Doubts, Group, outside, type Scene, told } from './group.ts';
import { LOAD_SHARE } from '../variables/quantities.ts';
import { type Band, product, type Relation } from './settle.ts';

/** Less is no rating of a UPS, but the number of a model (networkupstools/nut#1270). Watt or Volt-Ampere. */
const LEAST_RATING = 100;
/** Watt for each Volt-Ampere of a rating, where only that is told: 0.6 for small UPSes, up to 1 for large ones. */
const USUAL_FACTOR = 0.75;

const REAL: readonly string[] = ['ups.realpower.nominal', 'output.realpower.nominal'];
const APPARENT: readonly string[] = ['ups.power.nominal', 'output.power.nominal'];

/** A larger one is a cabinet with three phases, or a number with too many noughts. Watt or Volt-Ampere. */
const LARGEST = 20_000;

/** A rating, and what makes Watt or Volt-Ampere of it where it is in the other. */
interface Rating {
  readonly name: string;
  readonly factor: number;
  /** In Watt or Volt-Ampere, as it was asked for. */
  readonly value: number;
}

function rated(group: Group, scene: Scene, names: readonly string[], factor: number): Rating | undefined {
  const name = names.find((each) => told(scene, each) >= LEAST_RATING);
  if (name === undefined) return undefined;
  group.any(name, 'rating', { odd: (value) => value < LEAST_RATING || value > LARGEST });
  return { name, factor, value: told(scene, name) * factor };
}

/** The rating in Watt. */
const realRating = (group: Group, scene: Scene): Rating | undefined =>
  rated(group, scene, REAL, 1) ?? rated(group, scene, APPARENT, USUAL_FACTOR);

/** The rating in Volt-Ampere. */
const apparentRating = (group: Group, scene: Scene): Rating | undefined =>
  rated(group, scene, APPARENT, 1) ?? rated(group, scene, REAL, 1 / USUAL_FACTOR);

/**
 * Watt that are got from each Volt of a battery. A block of 12 V gives 200 to 600 W in a UPS; the battery of 36 V of an
 * on-line UPS of 700 W gives 20 W for each Volt, one of 12 V for 260 W as many.
 */
const WATTS_PER_VOLT = { usual: { low: 4, high: 250 }, fits: { low: 10, high: 100 } } as const;
/** Voltages of batteries of UPSes, from an empty block to a string of forty on the charger. Volt. */
const STRINGS: Band = { low: 4.5, high: 600 };
/** Blocks have three cells of 2 V, or a multiple of them. Volt. */
const BLOCKS = 6;
/** From empty under load to being charged, in shares of the rated voltage. */
const BATTERY_NEAR: Band = { low: 0.75, high: 1.4 };
const BATTERY_HIGHEST = 4;
/** A battery that is said to be so full is not at a third of its voltage. Percent. */
const CHARGED = 50;
const BATTERY_LOWEST = 0.3;
/** Some UPSes tell the voltage of one cell or of one block (specification of Megatec, "UPS status data stream"). Volt. */
const CELL: Band = { low: 1.6, high: 2.5 };
const BLOCK: Band = { low: 9.5, high: 15 };

/** The battery's voltage and its rating. */
export function batteryVoltages(scene: Scene): Group {
  const group = new Group(scene);
  const VOLTAGE = 'battery.voltage';
  const NOMINAL = 'battery.voltage.nominal';
  const power = realRating(group, scene);
  // What the load says of it was heard before.
  if (power !== undefined) group.anchor(power.name);
  const nominal = group.any(NOMINAL, 'rating', {
    ...outside(STRINGS),
    mayLack: (_, mended) => mended % BLOCKS === 0,
  });
  // A battery that is nearly dead may show anything below its rating, and one that is full cannot.
  const full = isFull(scene);
  group.fresh(VOLTAGE, 'measured', { ...outside(STRINGS), mayLack: (scale) => scale < 0 || full });
  if (power !== undefined && power.value <= LARGEST) {
    const perVolt = { times: 1 / power.factor };
    group.relate([power.name], [NOMINAL], WATTS_PER_VOLT, perVolt);
    // An empty battery gives any number of Watt for each of the few Volt that it has left.
    const usual = { low: WATTS_PER_VOLT.usual.low, high: Infinity };
    const fits = nominal ? WATTS_PER_VOLT.usual : WATTS_PER_VOLT.fits;
    group.relate([power.name], [VOLTAGE], { usual, fits }, perVolt);
  }
  const low = full && !isPart(scene) ? BATTERY_LOWEST : 0;
  group.relate([VOLTAGE], [NOMINAL], { usual: { low, high: BATTERY_HIGHEST }, fits: BATTERY_NEAR });
  return group;
}

const isFull = (scene: Scene): boolean =>
  told(scene, 'battery.charge') >= CHARGED && !scene.words.has('LB') && !scene.words.has('RB');

/** Whether the battery's voltage is rather that of a part of it. */
function isPart(scene: Scene): boolean {
  const voltage = told(scene, 'battery.voltage');
  return [CELL, BLOCK].some(({ low, high }) => voltage >= low && voltage <= high);
}

/** Two shares of the same rating: round numbers, averages, and W beside VA. */
const SHARES = { usual: { low: 0.2, high: 5 }, fits: { low: 0.5, high: 2 } } as const;
/** Shares of a rating that are nearer to each other than this say nothing of scales. */
const SLIGHT_SHARE = 0.12;
/** VA by W: at least one, but meters are coarse; more than nine is a load that takes nothing. */
const APPARENT_BY_REAL = { usual: { low: 0.3, high: 9 }, fits: { low: 0.5, high: 4.5 } } as const;
const SLIGHT_WATTS = 20;
/** More of a rating is overload, which the status tells. */
const MOST = 1.1;
/** Less is not shown by meters that count whole percent. */
const LEAST_LOAD = 1;
/** Nothing that is told of a load is less. Watt or Volt-Ampere. */
const LEAST_POWER = 1;

/** W by VA of the two ratings of one UPS. */
const RATINGS_TOGETHER = { usual: { low: 0.25, high: 1.5 }, fits: { low: 0.4, high: 1.1 } } as const;

const LOAD = 'ups.load';
const CURRENT = 'output.current';
const VOLTAGES: readonly string[] = ['output.voltage', 'output.voltage.nominal', 'input.voltage'];
const WATTS: readonly string[] = ['output.realpower', 'ups.realpower'];
const VOLT_AMPERES: readonly string[] = ['output.power', 'ups.power'];

const isLittle: Relation['slight'] = (_above, watts) => product(watts) < SLIGHT_WATTS;

/** Load, current and power of a single output, all of one moment. */
export function loads(scene: Scene): Group {
  const group = new Group(scene);
  if (told(scene, 'output.phases') > 1) return group;
  const overloaded = scene.words.has('OVER');
  const real = realRating(group, scene);
  const apparent = apparentRating(group, scene);
  const beyond = (most: number, least: number): Doubts => ({
    odd: (value) => (!overloaded && value > most * MOST) || value < least,
  });
  group.fresh(LOAD, 'measured', {
    ...beyond(100, LEAST_LOAD),
    // An overload that no UPS survives is none that was told in another scale.
    mayLack: (_, mended) => mended <= LOAD_SHARE.max,
  });
  const mostApparent = apparent?.value ?? Infinity;
  const voltage = VOLTAGES.find((name) => group.anchor(name));
  if (voltage !== undefined) group.fresh(CURRENT, 'measured', beyond(mostApparent / told(scene, voltage), 0));
  const trusted = real === undefined ? 'measured' : 'whole';
  const watts = WATTS.find((name) => group.fresh(name, trusted, beyond(real?.value ?? Infinity, LEAST_POWER)));
  const voltAmperes = VOLT_AMPERES.find((name) => group.fresh(name, 'measured', beyond(mostApparent, LEAST_POWER)));

  const inVoltAmperes = [[voltAmperes], [CURRENT, voltage]];
  relateLoad(group, [watts], real);
  for (const power of inVoltAmperes) relateLoad(group, power, apparent);
  if (real?.name !== apparent?.name) group.relate([real?.name], [apparent?.name], RATINGS_TOGETHER);
  for (const power of inVoltAmperes) group.relate(power, [watts], APPARENT_BY_REAL, { slight: isLittle });
  return group;
}

/** The load in percent is the share that a power, or the product of what makes one, has of its rating. */
function relateLoad(group: Group, power: readonly (string | undefined)[], rating: Rating | undefined): void {
  if (rating === undefined) return;
  const { name, factor, value } = rating;
  const slight: Relation['slight'] = (above, below) =>
    Math.abs((product(above) / 100) * factor - product(below)) <= SLIGHT_SHARE * value;
  group.relate([LOAD, name], power, SHARES, { times: 100 / factor, slight });
}
