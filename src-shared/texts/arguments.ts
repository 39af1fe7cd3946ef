/**
 * What the arguments of commands mean, as keys of the catalogue. A device is identified once and shown for months, in
 * whatever language is spoken then: so what it offers holds the key, and whoever shows it says the text.
 */
import type { ParseKeys } from 'i18next';

/** Every text that an argument may have. */
export const ARGUMENT_TEXTS = [
  'apcsmart.argument',
  'reply.argument.off',
  'reply.argument.offAndOn',
  'reply.argument.seconds',
  'reply.argument.testLength',
  'snmp.argument.off',
  'snmp.argument.offAndOn',
  'snmp.argument.on',
  'snmp.argument.reboot',
] as const satisfies readonly ParseKeys[];

/** One of them. */
export type ArgumentText = (typeof ARGUMENT_TEXTS)[number];
