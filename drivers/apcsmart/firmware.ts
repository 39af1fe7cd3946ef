/**
 * Models that cannot say what they understand, by the answer to V (NUT, drivers/apcsmart_tabs.c, "compatibility with
 * hardware that doesn't do APC_CMDSET"). The last letter is the country of the capability string.
 */

/** A model of that kind. */
export interface OldModel {
  /** What it is called; it does not say so itself. */
  readonly model: string;
  /** The characters that it understands. */
  readonly commands: string;
}

const SECOND_GENERATION = '@79ABCDEFGKLMNOPQRSUVWXYZcefgjklmnopqrsuxz';
const FIRST_GENERATION = '@79ABCEFGKLMNOPQRSUVWXYZcfg';
const MATRIX = '@789ABCDEFGKLMNOPQRSTUVWXYZcefgjklmnopqrsuwxz/<>\\^\x0c\x16';
const EARLY_MATRIX = '@79ABCDEFGKLMNOPQRSUVWXYZcefgjklmnopqrsuxz/<>';

const named = (model: string, commands: string, ...firmwares: readonly string[]): [string, OldModel][] =>
  firmwares.map((firmware) => [firmware, { model, commands }]);

/** The models by their firmware. */
export const OLD_MODELS: ReadonlyMap<string, OldModel> = new Map([
  ...named('Matrix-UPS', MATRIX, '0XI', '0XM'),
  ...named('Matrix-UPS', EARLY_MATRIX, '0ZI', '5UI', '5ZM'),
  ...named('Smart-UPS 600', SECOND_GENERATION, '6QD', '6QI', '6TD', '6TI'),
  ...named('Smart-UPS 900', SECOND_GENERATION, '7QD', '7QI', '7TD', '7TI'),
  ...named('Smart-UPS 1250', SECOND_GENERATION, '8QD', '8QI', '8TD', '8TI'),
  ...named('Smart-UPS 600', '@789ABCFGKLMNOPQSTUVWXYZfg', '6JI'),
  ...named('Smart-UPS 900', FIRST_GENERATION, '7II'),
  ...named('Smart-UPS 1250', FIRST_GENERATION, '8II'),
  ...named('Smart-UPS 1250', '@79ABCEFGKLMNOPQRSUVWXYZfg', '8GI'),
  ...named('Smart-UPS 2000', FIRST_GENERATION, '9II', '9GI'),
  ...named('Back-UPS CS 350', '@\x01ABPQRSUYbdfgjmnx9', '5.4.D'),
]);

/** Some old ones answer b with a voltage, as two hexadecimal digits, instead of a firmware. */
export const VOLTAGE_FOR_FIRMWARE = /^[0-9A-Fa-f]{2}$/;
/** What those understand. */
export const VOLTAGE_MODELS: OldModel = { model: 'Smart-UPS', commands: '@789ABCFGKLMNOPQRSUVWXYZ' };

/** Questions that a device in no table may understand (NUT, drivers/apcsmart.c, what it asks of "very old" models). */
export const EVERYBODYS = 'CPLOfBn/';
