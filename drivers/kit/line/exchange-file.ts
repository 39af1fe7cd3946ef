/**
 * Recorded conversations as text: `>` lines are what the host sent, `<` lines what came back, `# name: value` lines at
 * the top say where the recording comes from. Control characters are written \r, \n, \0 or \xHH, a backslash as \\.
 *
 *     # proof: captured
 *     # source: networkupstools/nut issue 608
 *     > F\r
 *     < #220.0 013 72.00 50.0
 *
 * A request with no `<` line was met with silence. A reply that lacks its terminator did so on the wire.
 */
import type { Reply, Wire } from '../../driver.ts';
import { bytesOf, joined, textOf } from './ascii.ts';
import { framed } from '../talk.ts';

/** One question of a recording, and everything that came back before the next. */
export interface RecordedExchange {
  readonly sent: Uint8Array;
  readonly came: Uint8Array;
}

/** A recording with its header. */
export interface ExchangeFile {
  readonly header: Readonly<Record<string, string>>;
  readonly exchanges: readonly RecordedExchange[];
}

const HEADER = /^#\s*([a-z]+)\s*:\s*(.*)$/;

/** Reads a recording. Throws `SyntaxError` naming the line that is no such line. */
export function parseExchangeFile(text: string): ExchangeFile {
  const header: Record<string, string> = {};
  const exchanges: { readonly sent: Uint8Array; readonly came: Uint8Array[] }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const last = exchanges.at(-1);
    if (line.startsWith('> ')) {
      exchanges.push({ sent: unescape(line.slice(2), index), came: [] });
    } else if (line.startsWith('< ') && last !== undefined) {
      last.came.push(unescape(line.slice(2), index));
    } else if (line.startsWith('#')) {
      const [, name, value] = HEADER.exec(line) ?? [];
      if (name !== undefined && value !== undefined) header[name] = value;
    } else if (line.trim() !== '') {
      throw new SyntaxError(`Line ${index + 1} of the recording is neither a request, a reply nor a comment: ${line}`);
    }
  }
  return { header, exchanges: exchanges.map(({ sent, came }) => ({ sent, came: joined(came) })) };
}

const ESCAPE = /\\(r|n|0|\\|x[0-9a-fA-F]{2}|.?)/g;
const NAMED: Readonly<Record<string, string>> = { r: '\r', n: '\n', 0: '\0', '\\': '\\' };

function unescape(text: string, index: number): Uint8Array {
  const plain = text.replace(ESCAPE, (whole, code: string) => {
    const known =
      NAMED[code] ?? (code.startsWith('x') ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : null);
    if (known === null) throw new SyntaxError(`Line ${index + 1} of the recording holds the unknown escape ${whole}.`);
    return known;
  });
  return bytesOf(plain);
}

/** Writes a recording; `parseExchangeFile` reads the same back. */
export function formatExchangeFile({ header, exchanges }: ExchangeFile): string {
  const head = Object.entries(header).map(([name, value]) => `# ${name}: ${value}`);
  const body = exchanges.flatMap(({ sent, came }) => [
    `> ${escape(sent)}`,
    ...(came.length === 0 ? [] : [`< ${escape(came)}`]),
  ]);
  return `${[...head, ...body].join('\n')}\n`;
}

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(NAMED).map(([name, plain]) => [plain, `\\${name}`]));

function escape(bytes: Uint8Array): string {
  return Array.from(textOf(bytes), (character) => {
    const code = character.charCodeAt(0);
    const named = NAMES.get(character);
    if (named !== undefined) return named;
    return code >= 0x20 && code < 0x7f ? character : `\\x${code.toString(16).padStart(2, '0')}`;
  }).join('');
}

/**
 * Answers stream requests from a recording. The same question asked again gets its next recorded answer, and once
 * those are used up the last one; a question that was never recorded is met with silence.
 */
export function recordedAnswers({ exchanges }: ExchangeFile): (request: Wire['stream']) => Reply<'stream'> {
  const asked = new Map<string, number>();
  const byQuestion = new Map<string, Uint8Array[]>();
  for (const { sent, came } of exchanges) {
    const question = textOf(sent);
    const answers = byQuestion.get(question) ?? [];
    answers.push(came);
    byQuestion.set(question, answers);
  }
  return (request) => {
    if (request.op === 'pause') return { ok: true, data: new Uint8Array(0) };
    const question = textOf(request.send);
    const answers = byQuestion.get(question) ?? [];
    const times = asked.get(question) ?? 0;
    asked.set(question, times + 1);
    return framed(request, answers[Math.min(times, answers.length - 1)] ?? new Uint8Array(0));
  };
}
