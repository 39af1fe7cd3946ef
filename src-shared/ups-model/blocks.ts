/**
 * What battery blocks are made of, as constants: how much of their charge they give at which rate, and what voltage their
 * cells show.
 *
 * A rate is the current in A over the rated capacity in Ah (1 empties the rated capacity in an hour). The share of the
 * rated capacity that a rate leaves is the generalised Peukert equation (Galushkin's form),
 *
 *     share = whole / (1 + (rate / half) ^ falloff)
 *
 * since Peukert's single exponent is off by 27 to 68 % between five minutes and four hours. Lead-acid has one set of
 * constants, fitted so that the largest error is least over the data sheets of CSB GP 12400 ("Constant Current Discharge
 * Characteristics"), CSB GP 645 and Panasonic UP-PW1245P1, 5 minutes to 4 hours, 1.6 to 1.85 V a cell. Only `falloff` is
 * one for each class of blocks: no single polynomial of the logarithms, up to the fourth degree, came nearer than 17 % to
 * all three sheets. Each class is known from one sheet.
 */

/** The kinds of blocks. Lead-acid by class: 12 V up to 12 Ah, more than that, and those for UPSes, rated in watts. */
export type BlockKind = 'lead-small' | 'lead-large' | 'lead-high-rate' | 'lithium-iron';

/** The constants of one kind. Voltages are of one cell. */
export interface Block {
  /** What a device says of its chemistry: DeviceChemistry of the Smart Battery Data Specification 1.1, 5.1.29, or the usual name. */
  readonly type: 'PbAc' | 'LiFePO4';
  /** Volt by which the nominal voltage of the pack counts its cells. */
  readonly nominal: number;
  /** The share of the rated capacity at no rate at all, the rate at which half of that is left, and how steeply it falls. */
  readonly whole: number;
  readonly half: number;
  readonly falloff: number;
  /** How `whole` and `half` change with a lower end voltage: per volt below `sheetEnd`, as exponents. */
  readonly sheetEnd: number;
  readonly wholeByEnd: number;
  readonly halfByEnd: number;
  /** Volt at which the inverter, or the battery's own protection, ends a discharge: at a low rate and at a high one. */
  readonly end: { readonly low: number; readonly lowRate: number; readonly high: number; readonly highRate: number };
  /** Mean volt of a discharge at a low rate; W per Ah at which it would be half of that. */
  readonly mean: number;
  readonly meanHalved: number;
  /** Volt at rest, from empty to full in even steps. */
  readonly open: readonly number[];
  /** Volt that any current costs, and the rate at which half of them are reached. */
  readonly activation: number;
  readonly activationRate: number;
  /** Internal resistance times capacity, ohm ampere-hours. */
  readonly resistance: number;
  /** The charge within which the voltage falls to its end. */
  readonly knee: number;
  readonly float: number;
}

/**
 * Voltages of lead-acid. At rest: the specific gravity of the acid plus 0.845 V (Linden, Handbook of Batteries, lead-acid
 * chapter), 1.100 when empty and 1.300 when full. Activation and knee: the logged discharge of a Universal UB121000 at the
 * 10 h rate, 0.04 V below rest all along, and 0.28 V below that line in a block at 10 % left and 0.54 V at 3.4 %. The end
 * is 1.75 V at the rates for which capacities are told, and 1.6 V, where the sheets end, when it is over within an hour;
 * at which rates it changes is chosen, no sheet says it.
 * The mean is watts over amperes of the two tables of UP-PW1245P1: 12 V a block at 20 h, 11.14 V at 5 minutes.
 */
const LEAD = {
  type: 'PbAc',
  nominal: 2,
  whole: 1.025,
  half: 1.586,
  sheetEnd: 1.75,
  wholeByEnd: -0.364,
  halfByEnd: 3.53,
  end: { low: 1.75, lowRate: 0.2, high: 1.6, highRate: 1 },
  mean: 2,
  meanHalved: 107,
  open: [1.1 + 0.845, 1.3 + 0.845],
  activation: 0.04,
  activationRate: 0.02,
  // 19 milliohm per 6 V 4.5 Ah (CSB GP 645).
  resistance: 0.0285,
  knee: 0.07,
  // Yuasa NP series, battery data sheet, note 2.
  float: 2.275,
} as const;

/** The constants by kind. */
export const BLOCKS: Readonly<Record<BlockKind, Block>> = {
  'lead-small': { ...LEAD, falloff: 0.957 },
  'lead-large': { ...LEAD, falloff: 1.358 },
  'lead-high-rate': { ...LEAD, falloff: 0.662 },
  /**
   * At rest: table of a public firmware (`rest-voltage_tables` of the recordings), 10 % a step. Rate: 3300 mAh at 0.2 C,
   * 3200 at 1 to 3 C (data sheet of the 26650 cell IFR26650PE). End: the protection at 2.5 V, and float 13.8 V a block of
   * four (data sheets of 12.8 V blocks). Resistance: 50 milliohm in a block of four and 3.6 Ah, at most, by such a sheet.
   */
  'lithium-iron': {
    type: 'LiFePO4',
    nominal: 3.2,
    whole: 1,
    half: 1000,
    falloff: 0.5,
    sheetEnd: 2.5,
    wholeByEnd: 0,
    halfByEnd: 0,
    end: { low: 2.5, lowRate: 0.2, high: 2.5, highRate: 1 },
    mean: 3.25,
    meanHalved: 235,
    open: [3, 3.12, 3.2, 3.23, 3.25, 3.26, 3.27, 3.29, 3.32, 3.35, 3.4],
    activation: 0.02,
    activationRate: 0.02,
    resistance: 0.045,
    knee: 0.03,
    float: 3.45,
  },
};
