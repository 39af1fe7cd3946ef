/** Who is there, what it understands, and what is asked of it how often. */
import { parseStatus } from '../../src-shared/nut/index.ts';
import type { Identity, Readings, Talk } from '../driver.ts';
import { ReadingsBuilder } from '../kit/columns.ts';
import { type Answer, ask, askFree, askTwice, enterSmartMode } from './ask.ts';
import {
  type Capability,
  COMMAND_SET_SHAPE,
  inCountry,
  type Keys,
  keysOf,
  parseCapabilities,
  parseCommandSet,
} from './capabilities.ts';
import { dateOrder, type DateOrder, isoDate } from './dates.ts';
import { EVERYBODYS, OLD_MODELS, type OldModel, VOLTAGE_FOR_FIRMWARE, VOLTAGE_MODELS } from './firmware.ts';
import { readStatus } from './status.ts';
import { measuresNothing } from '../kit/placeholder.ts';
import { KEY, NAME, type Question, QUESTIONS } from './table.ts';
import { say } from '../../src-shared/texts/say.ts';

/**
 * How it became known what a device understands: it says so, as the third generation does; its firmware is in the
 * table of the older ones; or each question was tried.
 */
export const DIALECTS = ['third-generation', 'older', 'basic'] as const;
type Dialect = (typeof DIALECTS)[number];

/** What the driver remembers of a device. */
export interface Memory {
  /** What it understands. */
  readonly commands: Keys;
  /** What can be set to what, in its country. */
  readonly capabilities: readonly Capability[];
  /** How it writes dates, where that is known. */
  readonly dates?: DateOrder;
}

/** The long answers take as long as the line carries them. Milliseconds. */
const COMMAND_SET_PATIENCE = 2000;
const CAPABILITY_PATIENCE = 6000;
/** Characters of an odd answer that Diagnostics show. */
const MOST_SHOWN = 80;

const OLD_FIRMWARE = /^[0-9A-Z]{3}$/;
const FIRMWARE = /^[0-9A-Z]+\.[0-9A-Z]+\.[A-Z]$/;
const NEW_FIRMWARE = new RegExp(`${FIRMWARE.source}|${VOLTAGE_FOR_FIRMWARE.source}`);
const CAPABILITIES = /^[!$%?=*&|+]*#/;
const ALERTS_BUT_NUMBER_SIGN = /[!$%?=*&|+]/g;

const textOf = (answer: Answer): string | undefined => (answer.came === 'text' ? answer.text : undefined);

/** What is known of the device's vocabulary. */
interface Vocabulary {
  readonly dialect: Dialect;
  readonly commands: Keys;
  readonly model?: string;
  /** The device was lost while it was asked. */
  readonly lost?: true;
}

/**
 * Finds out who is there; null where the device does not speak the protocol. "SM" and a status are certain: whatever is
 * odd afterwards makes what is known poorer, and is told.
 */
export function* identify(forced?: string): Talk<'stream', Identity<Memory> | null> {
  if (!(yield* enterSmartMode())) return null;
  const status = new ReadingsBuilder();
  if ((yield* readStatus(new Set(), status)) === null) return null;
  // An output that neither mains nor battery feeds is off, or not known: polls, which measure, tell which.
  const core = isFed(status.build()) ? status : new ReadingsBuilder();
  const vocabulary = yield* findVocabulary(forced, core);
  if (vocabulary === null) return null;
  const { commands, dialect } = vocabulary;
  const proof = dialect === 'basic' ? { proof: 'derived' as const } : {};
  const into = core.copy();
  const whole = vocabulary.lost === true ? null : yield* readOnce(vocabulary, into);
  const memory = whole ?? { commands, capabilities: [] };
  const told = whole === null ? core.remark('Y', say('apcsmart.lostTrack')) : into;
  // No question about the maker; the protocol has one.
  return { confidence: 'certain', dialect, memory, ...proof, ...told.derive('ups.mfr', 'APC').build() };
}

/** Reads what never changes; null where the device was lost on the way, and nothing of it can be trusted. */
function* readOnce(vocabulary: Vocabulary, into: ReadingsBuilder): Talk<'stream', Memory | null> {
  const { commands } = vocabulary;
  if (!(yield* readFirmware(commands, into))) return null;
  const country = into.text('ups.firmware')?.at(-1) ?? '';
  yield* readModel(vocabulary, into);
  yield* readQuestions('once', commands, undefined, into);
  const dates = dateOrder(into.text('ups.mfr.date'), into.text('ups.serial'));
  putDate('ups.mfr.date', dates, into);
  const groups = commands.has(KEY.capabilities) ? yield* readCapabilities() : [];
  // What was answered last may have been noise in the shape of a name.
  if (!(yield* enterSmartMode())) return null;
  return { commands, capabilities: inCountry(groups, country), ...(dates === undefined ? {} : { dates }) };
}

/** What is known to be understood where the device was lost before it could tell. */
const NOTHING_KNOWN: Vocabulary = { dialect: 'basic', commands: new Set(), lost: true };

/** What the device understands, by the best way that works; null where it is not the dialect that was asked for. */
function* findVocabulary(forced: string | undefined, into: ReadingsBuilder): Talk<'stream', Vocabulary | null> {
  if (forced === undefined || forced === 'third-generation') {
    const options = { free: true, timeoutMs: COMMAND_SET_PATIENCE };
    const answer = yield* ask(KEY.commandSet, COMMAND_SET_SHAPE, options);
    if (answer.came === 'lost') return forced === undefined ? NOTHING_KNOWN : null;
    const commands = parseCommandSet(textOf(answer) ?? '');
    if (commands !== null) return { dialect: 'third-generation', commands };
    remarkOn(KEY.commandSet, answer, into);
    if (forced !== undefined) return null;
  }
  if (forced !== 'basic') {
    const old = yield* findOldModel();
    if (old === 'lost') return forced === undefined ? NOTHING_KNOWN : null;
    if (old !== undefined) return { dialect: 'older', model: old.model, commands: keysOf(old.commands) };
    if (forced !== undefined) return null;
  }
  return yield* tryEverything();
}

function* findOldModel(): Talk<'stream', OldModel | undefined | 'lost'> {
  const old = yield* ask(KEY.oldFirmware, OLD_FIRMWARE);
  if (old.came === 'lost') return 'lost';
  if (old.came === 'text') return OLD_MODELS.get(old.text);
  const answer = yield* ask(KEY.firmware, NEW_FIRMWARE);
  if (answer.came === 'lost') return 'lost';
  const firmware = textOf(answer) ?? '';
  return VOLTAGE_FOR_FIRMWARE.test(firmware) ? VOLTAGE_MODELS : OLD_MODELS.get(firmware);
}

/** A device that neither says what it understands nor is in the table: what it answers, it understands. */
function* tryEverything(): Talk<'stream', Vocabulary> {
  const commands = new Set<string>();
  for (const [key, shape] of EVERYBODY) {
    const answer = yield* ask(key, shape);
    if (answer.came === 'lost') return { dialect: 'basic', commands, lost: true };
    if (answer.came === 'text') commands.add(key);
  }
  // A device of which nothing but its status is certain is not called a model.
  if (commands.size === 0) return { dialect: 'basic', commands };
  return { dialect: 'basic', commands, model: commands.has('/') ? 'Matrix-UPS' : 'Smart-UPS' };
}

/** Tells in Diagnostics that what came makes no sense, whole or torn, or that nothing came; "NA" is nothing odd. */
function remarkOn(key: string, answer: Answer, into: ReadingsBuilder): void {
  const odd = answer.came === 'nothing' ? answer.partial : 'text' in answer ? answer.text : undefined;
  const text = odd?.replace(/[^ -~]/g, '?').slice(0, MOST_SHOWN);
  if (text !== undefined) into.remark(shown(key), say('apcsmart.noSense', { key: shown(key), text }));
  else if (answer.came === 'nothing') into.remark(shown(key), say('apcsmart.silent', { key: shown(key) }));
}

/** What a device in no table may understand, questions alone. */
const EVERYBODY: ReadonlyMap<string, RegExp> = new Map([
  ...QUESTIONS.filter(({ ask: key }) => EVERYBODYS.includes(key)).map(({ ask: key, shape }) => [key, shape] as const),
  [KEY.model, NAME],
  [KEY.firmware, NEW_FIRMWARE],
  [KEY.oldFirmware, OLD_FIRMWARE],
]);

/** Reads the firmware, at whose end is the letter of the country; false where the device is lost. */
function* readFirmware(commands: Keys, into: ReadingsBuilder): Talk<'stream', boolean> {
  for (const [key, shape] of [
    [KEY.firmware, FIRMWARE],
    [KEY.oldFirmware, OLD_FIRMWARE],
  ] as const) {
    if (!commands.has(key)) continue;
    const answer = yield* ask(key, key === KEY.firmware ? NEW_FIRMWARE : shape);
    if (answer.came === 'lost') return false;
    const firmware = textOf(answer);
    if (firmware === undefined || !shape.test(firmware)) continue;
    into.report('ups.firmware', firmware);
    return true;
  }
  into.lack('ups.firmware', say('apcsmart.notSaid'));
  return true;
}

function* readModel({ commands, model }: Vocabulary, into: ReadingsBuilder): Talk<'stream', void> {
  const said = commands.has(KEY.model) ? textOf(yield* askTwice(KEY.model, NAME)) : undefined;
  if (said !== undefined && said.trim() !== '') into.report('ups.model', said.trim());
  else if (model !== undefined) into.derive('ups.model', model);
  else into.lack('ups.model', say('apcsmart.notSaid'));
}

/** The capability string, asked for again where it is not whole; one firmware never sends all of it. */
function* readCapabilities(): Talk<'stream', readonly Capability[]> {
  let before: string | undefined;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const answer = yield* ask(KEY.capabilities, CAPABILITIES, { free: true, timeoutMs: CAPABILITY_PATIENCE });
    if (answer.came !== 'text') return [];
    const text = answer.text.replace(ALERTS_BUT_NUMBER_SIGN, '');
    const { groups, whole } = parseCapabilities(text);
    if (whole || text === before) return groups;
    before = text;
  }
  return [];
}

/** One poll; null where the device gives no status. */
export function* poll(depth: 'quick' | 'full', { commands, dates }: Memory): Talk<'stream', Readings | null> {
  const into = new ReadingsBuilder();
  const status = yield* readStatus(commands, into);
  if (status === null) return null;
  const all = status === 'read' && (yield* readQuestions(depth, commands, dates, into));
  // An alert within somebody's own text was taken for a part of it: what it would have told is asked for.
  if (depth === 'full' && all) yield* readStatus(commands, into);
  const readings = into.build();
  // Neither the line nor the battery carries anything, and neither has any voltage: nothing that could answer.
  return !isFed(readings) && measuresNothing(readings.vars) ? null : readings;
}

/** Whether the status says that mains or the battery carries the load. */
function isFed({ vars }: Readings): boolean {
  const { words } = parseStatus(String(vars['ups.status'] ?? ''));
  return words.includes('OL') || words.includes('OB');
}

/** Asks the questions of a depth that the device understands. False where it is lost, and the rest is left out. */
function* readQuestions(
  depth: Question['depth'],
  commands: Keys,
  dates: DateOrder | undefined,
  into: ReadingsBuilder,
): Talk<'stream', boolean> {
  const due = QUESTIONS.filter(
    (question) => isHad(question, commands) && (question.depth === depth || isIncluded(question, depth)),
  );
  for (const key of new Set(due.map((question) => question.ask))) {
    const rows = due.filter((question) => question.ask === key);
    const [first] = rows;
    if (first === undefined) continue;
    const answer = yield* askAs(first, depth);
    if (answer.came === 'lost') return false;
    for (const row of rows) take(row, answer, into);
  }
  putDate('battery.date', dates, into);
  return true;
}

/** What is kept is asked for twice; what somebody typed may look like an alert. */
function askAs({ ask: key, shape, free }: Question, depth: Question['depth']): Talk<'stream', Answer> {
  if (depth === 'once') return askTwice(key, shape);
  return free === true ? askFree(key, shape) : ask(key, shape);
}

/** Whether the device has it, and no other of its questions asks better. */
const isHad = ({ ask: key, unless, given }: Question, commands: Keys): boolean =>
  commands.has(key) && (unless === undefined || !commands.has(unless)) && (given === undefined || commands.has(given));

/** Full polls read what quick ones read as well. */
const isIncluded = ({ depth }: Question, wanted: Question['depth']): boolean => wanted === 'full' && depth === 'quick';

/** A key as people write it: Ctrl-L, 9F D3. */
function shown(key: string): string {
  const codes = key.split('').map((character) => character.charCodeAt(0));
  if (codes.every((code) => code > 0x20 && code < 0x7f)) return key;
  const [first = 0] = codes;
  if (codes.length === 1 && first < 0x20) return `Ctrl-${String.fromCharCode(first + 0x40)}`;
  return codes.map((code) => code.toString(16).toUpperCase()).join(' ');
}

/** What an answer says about one variable, or why it says nothing. */
function take(
  { name, ask: key, read, part }: Question,
  answer: Exclude<Answer, { came: 'lost' }>,
  into: ReadingsBuilder,
): void {
  if (answer.came === 'not-available') into.lack(name, say('apcsmart.na'));
  else if (answer.came === 'nothing') into.lack(name, say('apcsmart.silent', { key: shown(key) }));
  else if (answer.came === 'nonsense') into.lack(name, say('apcsmart.noSense', { key: shown(key), text: answer.text }));
  else {
    const text = part === undefined ? answer.text : (answer.text.split(',')[part] ?? '');
    const field = read(text);
    if ('value' in field) into.report(name, field.value);
    else into.lack(name, field.absent);
  }
}

/** A date that was read becomes an ISO date where the device's way of writing it is known. */
function putDate(name: 'ups.mfr.date' | 'battery.date', order: DateOrder | undefined, into: ReadingsBuilder): void {
  const text = into.text(name);
  const iso = text === undefined || order === undefined ? undefined : isoDate(text, order);
  if (iso !== undefined) into.report(name, iso);
}
