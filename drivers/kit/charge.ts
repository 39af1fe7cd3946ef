/**
 * How full a lead-acid battery is, guessed from its voltage.
 *
 * Linear between 10.4 V (empty) and 13.0 V (full) for each 12 V of nominal voltage: the anchors that NUT's nutdrv_qx
 * and blazer drivers fall back on when the user gives none (NUT, docs/man/nutdrv_qx.txt, "default.battery.voltage").
 * A guess: the voltage sags under load and rises on the charger. Publish it as derived only.
 */

/** Volt of an empty and of a full battery, for each volt of nominal voltage. */
const EMPTY = 104 / 120;
const FULL = 130 / 120;

/** Percent of charge, 0 to 100, from the voltage and the nominal voltage of the same battery, block or cell. */
export function chargeFromVoltage(voltage: number, nominal: number): number {
  const share = (voltage / nominal - EMPTY) / (FULL - EMPTY);
  return Math.round(100 * Math.min(Math.max(share, 0), 1));
}
