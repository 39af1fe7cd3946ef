/**
 * What can be set. Values of the capability string are not written but cycled: the question for a value, then "-" for
 * the next one, until the wanted one is there (apcsmart.txt, "Capabilities" and "-"). Texts are typed after "-", eight
 * characters, filled up with CR (NUT, drivers/apcsmart.c).
 */
import type { VarName } from '../../src-shared/nut/index.ts';
import { say } from '../../src-shared/texts/say.ts';
import type { Abilities, Outcome, Setting, Talk } from '../driver.ts';
import { ask, send } from './ask.ts';
import type { Capability } from './capabilities.ts';
import { deviceDate } from './dates.ts';
import { KEY, type Question, QUESTIONS, SHORT_NAME } from './table.ts';
import type { Memory } from './talk.ts';

const TEXT_LENGTH = 8;
/** Between characters that are typed. Milliseconds. */
const PACE = 50;
/** Writing the memory takes its time. Milliseconds. */
const WRITE_PATIENCE = 3000;
/** Steps of a limit of the Measure-UPS, and both ways of saying that there is none. */
const LIMIT_STEPS = 12;

/** The questions of two bytes whose answers are ON and OFF, and those for the limits of the Measure-UPS. */
const SWITCH = /^\x9f[\xe3-\xeb]$/;
const LIMIT = /^[[\]{}]$/;
/** The steps of writing such a one: to the settings, the question itself, ON or OFF, and keep it. */
const TWO_BYTES = { settings: '\x9f\xfe', on: '\x9f\xca', off: '\x9f\xcb', keep: '\x9f\xff' } as const;

const SILENT: Outcome = { result: 'silent' };

/** Everything that a device with these capabilities lets be set. */
export function settings(memory: Memory): Abilities<'stream'>['settings'] {
  const found: { [V in VarName]?: Setting<'stream'> } = {};
  for (const capability of memory.capabilities) {
    for (const question of QUESTIONS.filter(({ ask: key }) => key === capability.ask)) {
      // The alarm is one value for the device; the beeper has commands.
      if (question.name === 'ups.beeper.status' || question.part !== undefined) continue;
      const setting = choiceSetting(question, capability);
      if (setting !== null) found[question.name] = setting;
    }
  }
  for (const question of QUESTIONS.filter(({ ask: key }) => memory.commands.has(key) && SWITCH.test(key))) {
    found[question.name] = switchSetting(question);
  }
  // A device without the key has no memory to write to.
  if (!memory.commands.has(KEY.next)) return found;
  for (const question of QUESTIONS.filter(({ ask: key }) => memory.commands.has(key))) {
    if (question.free === true) found[question.name] = textSetting(question, memory);
    if (question.part !== undefined && LIMIT.test(question.ask)) {
      found[question.name] = limitSetting(question, question.part, memory);
    }
  }
  return found;
}

/** The choices by the value that they are read as; those that read as none are not offered. */
function choiceSetting({ read }: Question, capability: Capability): Setting<'stream'> | null {
  const byValue = new Map<string, string>();
  for (const choice of capability.choices) {
    const field = read(choice);
    if ('value' in field) byValue.set(String(field.value), choice);
  }
  if (byValue.size === 0) return null;
  return {
    values: [...byValue.keys()],
    write: (value) => {
      const wanted = byValue.get(value);
      if (wanted === undefined) return invalid(say('session.takesOneOf', { values: [...byValue.keys()].join(', ') }));
      return writeChoice(capability, (raw) => raw.trim() === wanted.trim());
    },
  };
}

// oxlint-disable-next-line require-yield -- a conversation in which nothing is said
function* invalid(why: string): Talk<'stream', Outcome> {
  return { result: 'invalid', why };
}

/** Cycles a value until it is a wanted one. What is there already is not written: the memory wears out. */
export function writeChoice(
  { ask: key, choices }: Capability,
  isWanted: (raw: string) => boolean,
): Talk<'stream', Outcome> {
  const shape = QUESTIONS.find((question) => question.ask === key)?.shape ?? /^.+$/;
  return cycle(key, shape, KEY.next, choices.length + 1, isWanted);
}

function* cycle(
  key: string,
  shape: RegExp,
  step: string,
  most: number,
  isWanted: (raw: string) => boolean,
): Talk<'stream', Outcome> {
  for (let times = 0; times <= most; times += 1) {
    const held = yield* ask(key, shape);
    if (held.came !== 'text') return SILENT;
    if (isWanted(held.text)) return { result: 'accepted' };
    // The value asked for last is the one that the key changes. An answer that is lost leaves nothing open: the value
    // is read again.
    const answer = yield* send(step, { timeoutMs: WRITE_PATIENCE });
    if (answer.came === 'lost') return SILENT;
    const refused = answer.came === 'not-available' || (answer.came === 'text' && answer.text !== 'OK');
    if (refused) return { result: 'refused', why: say('apcsmart.unchangeable') };
  }
  return { result: 'refused', why: say('apcsmart.wentThrough') };
}

function textSetting({ ask: key, shape, name }: Question, { dates }: Memory): Setting<'stream'> {
  const isDate = name === 'battery.date' && dates !== undefined;
  return {
    ...(isDate ? {} : { maxLength: TEXT_LENGTH }),
    write: (value) => {
      const text = isDate ? deviceDate(value, dates) : value;
      if (text === undefined) return invalid(say('apcsmart.date'));
      if (!SHORT_NAME.test(text)) {
        return invalid(say('apcsmart.textLength', { most: TEXT_LENGTH }));
      }
      return writeText(key, shape, text);
    },
  };
}

function* writeText(key: string, shape: RegExp, text: string): Talk<'stream', Outcome> {
  const held = yield* ask(key, shape, { free: true });
  if (held.came !== 'text') return SILENT;
  if (held.text.trim() === text.trim()) return { result: 'accepted' };
  const objection = yield* send(KEY.next, { timeoutMs: 250 });
  if (objection.came === 'lost') return SILENT;
  if (objection.came !== 'nothing') return { result: 'refused', why: say('apcsmart.unchangeable') };
  const answer = yield* send(text.padEnd(TEXT_LENGTH, '\r'), { timeoutMs: WRITE_PATIENCE, paceMs: PACE });
  if (answer.came === 'lost' || answer.came === 'nothing') return SILENT;
  if (answer.came === 'text' && answer.text === 'OK') return { result: 'accepted' };
  return { result: 'refused', why: say('apcsmart.textNotTaken') };
}

/** A limit of the Measure-UPS: "-" steps the first of its two values, "+" the second. */
function limitSetting({ ask: key, shape, name }: Question, part: number, { commands }: Memory): Setting<'stream'> {
  const values = name.includes('temperature')
    ? Array.from({ length: 11 }, (_, index) => String(55 - 5 * index))
    : Array.from({ length: 9 }, (_, index) => String(90 - 10 * index));
  const step = part === 0 ? KEY.next : KEY.nextRight;
  return {
    values,
    write: (value) => {
      if (!values.includes(value) || !commands.has(step))
        return invalid(say('session.takesOneOf', { values: values.join(', ') }));
      return cycle(key, shape, step, LIMIT_STEPS, (raw) => Number(raw.split(',')[part]) === Number(value));
    },
  };
}

/** ON or OFF ("To change a setting over UART"): four steps, each acknowledged. */
function switchSetting({ ask: key, shape, read }: Question): Setting<'stream'> {
  const words = ['ON', 'OFF'].flatMap((raw) => {
    const field = read(raw);
    return 'value' in field ? [{ raw, value: String(field.value) }] : [];
  });
  const values = words.map(({ value }) => value);
  return {
    values,
    write: (value) => {
      const wanted = words.find((word) => word.value === value);
      return wanted === undefined
        ? invalid(say('session.takesOneOf', { values: values.join(', ') }))
        : writeSwitch(key, shape, wanted.raw);
    },
  };
}

function* writeSwitch(key: string, shape: RegExp, wanted: string): Talk<'stream', Outcome> {
  const held = yield* ask(key, shape);
  if (held.came !== 'text') return SILENT;
  if (held.text === wanted) return { result: 'accepted' };
  const steps = [TWO_BYTES.settings, key, wanted === 'ON' ? TWO_BYTES.on : TWO_BYTES.off, TWO_BYTES.keep];
  for (const step of steps) {
    const answer = yield* send(step, { timeoutMs: WRITE_PATIENCE, paceMs: PACE });
    if (answer.came === 'lost' || answer.came === 'nothing') return SILENT;
    const agreed = answer.came === 'text' && (step === key ? shape.test(answer.text) : answer.text === 'OK');
    if (!agreed) return { result: 'refused', why: say('apcsmart.unchangeable') };
  }
  return { result: 'accepted' };
}
