/** What the text of an answer says (apcsmart.txt, "The Smart Protocol"). Shapes were checked before: see `table.ts`. */
import type { FieldReader } from '../kit/field.ts';
import { say } from '../../src-shared/texts/say.ts';

const MINUTE = 60;
const HOUR = 3600;

/** A number, zeros before it. */
export const number: FieldReader<number> = (answer) => ({ value: Number(answer) });

/** Minutes as `0327:` or `02`, in seconds. */
export const minutes: FieldReader<number> = (answer) => ({ value: Number.parseInt(answer, 10) * MINUTE });

const IS_UPTIME = /^\d{3}\.\d$/;
/** Hours as `123.4`, in seconds; the same question has another answer on other models. */
export const uptime: FieldReader<number> = (answer) =>
  IS_UPTIME.test(answer) ? { value: Math.round(Number(answer) * HOUR) } : { absent: say('apcsmart.temperature') };
/** That other answer: the temperature at a probe, as `23.45`. */
export const probe: FieldReader<number> = (answer) =>
  IS_UPTIME.test(answer) ? { absent: say('apcsmart.uptime') } : { value: Number(answer) };

/** Words, without what fills them up: blanks, or the NULs that some firmware pads its serial number with. */
export const text: FieldReader<string> = (answer) => {
  const trimmed = answer.trim();
  return trimmed === '' ? { absent: say('reply.blank') } : { value: trimmed };
};

/** Two hexadecimal digits, as they stand. */
export const hexadecimal: FieldReader<string> = (answer) => ({ value: answer });

/**
 * The charge from which the output comes back. The document has the codes 00 to 03 for 0, 15, 25 and 90 %; devices were
 * recorded that print the percentage itself (SU420INET: 00, 15, 50, 90). No device offers 1, 2 or 3 %.
 */
export const restartCharge: FieldReader<number> = (answer) => {
  const codes: Readonly<Record<string, number>> = { '01': 15, '02': 25, '03': 90 };
  return { value: codes[answer] ?? Number(answer) };
};

/** Hours between self-tests, in seconds; never is 0. */
export const testInterval: FieldReader<number> = (answer) => {
  if (answer.startsWith('ON')) return { absent: say('apcsmart.testsAtStart') };
  return { value: answer === 'OFF' ? 0 : Number(answer) * HOUR };
};

/** Whether the alarm sounds at all. N disables it, but not the one for a low battery. */
export const alarmDelay: FieldReader<string> = (answer) => ({ value: answer === 'N' ? 'disabled' : 'enabled' });

/** One limit of the Measure-UPS. */
export const packed: FieldReader<number> = (answer) =>
  answer === 'NO' ? { absent: say('apcsmart.noLimit') } : { value: Number(answer) };
