/** Writing to an agent: commands and settings as lists of OIDs and values. */
import type { Command, Outcome, Setting, SnmpRequest, SnmpValue, Talk } from '../driver.ts';
import { say } from '../../src-shared/texts/say.ts';

/** One variable to write. */
export interface Write {
  readonly oid: string;
  readonly value: SnmpValue;
}

/** An INTEGER to write. */
export function integer(oid: string, value: number): Write {
  return { oid, value: { type: 'Integer', value } };
}

/** Writes all in one message; the last one is what takes effect. */
export function* write(...writes: readonly [Write, ...Write[]]): Talk<'snmp', Outcome> {
  const last = writes[writes.length - 1] ?? writes[0];
  const before = writes.slice(0, -1);
  const request: SnmpRequest = { op: 'set', ...last, ...(before.length > 0 ? { before } : {}) };
  const reply = yield request;
  if (reply.ok) return { result: 'accepted' };
  return reply.fault === 'refused' ? { result: 'refused', why: say('snmp.refused') } : { result: 'silent' };
}

// oxlint-disable-next-line require-yield -- a conversation in which nothing is said
export function* invalid(why: string): Talk<'snmp', Outcome> {
  return { result: 'invalid', why };
}

/** A command that always writes the same. */
export function fixed(...writes: readonly [Write, ...Write[]]): Command<'snmp'> {
  return { run: () => write(...writes) };
}

/**
 * Whole seconds out of an argument such as "30" or "30 180"; null where it holds anything else or more than `most`
 * numbers, or one above `limit`.
 */
export function seconds(argument: string | undefined, most: number, limit = 2_147_483_647): readonly number[] | null {
  const parts = (argument ?? '').split(/[\s,]+/).filter((part) => part !== '');
  if (parts.length > most || !parts.every((part) => /^\d{1,10}$/.test(part) && Number(part) <= limit)) return null;
  return parts.map(Number);
}

/** A text setting. SNMP strings are bytes; what has no single byte in Latin-1 is refused. */
export function textSetting(oid: string, maxLength: number): Setting<'snmp'> {
  return {
    maxLength,
    write(value) {
      if (value.length > maxLength) return invalid(say('snmp.atMost', { length: maxLength }));
      if (!/^[\u0020-\u007e\u00a0-\u00ff]*$/.test(value)) return invalid(say('snmp.latin'));
      return write({ oid, value: { type: 'OctetString', value } });
    },
  };
}

/** A number setting; one step of the integer is worth `unit` in the variable's unit. */
export function numberSetting(oid: string, unit: number, min: number, max: number): Setting<'snmp'> {
  return {
    range: { min, max, step: unit },
    write(value) {
      const given = Number(value);
      if (value.trim() === '' || !Number.isFinite(given)) return invalid(say('snmp.notNumber', { value }));
      if (given < min || given > max) return invalid(say('reply.giveNumber', { min, max }));
      if (Math.abs(given / unit - Math.round(given / unit)) > 1e-9) return invalid(say('snmp.steps', { unit }));
      return write(integer(oid, Math.round(given / unit)));
    },
  };
}

/** One of these words, written as their numbers. */
export function choiceSetting(oid: string, numbers: Readonly<Record<string, number>>): Setting<'snmp'> {
  const values = Object.keys(numbers);
  return {
    values,
    write(value) {
      const chosen = Object.hasOwn(numbers, value) ? numbers[value] : undefined;
      return chosen === undefined
        ? invalid(say('snmp.oneOf', { values: values.join(', ') }))
        : write(integer(oid, chosen));
    },
  };
}
