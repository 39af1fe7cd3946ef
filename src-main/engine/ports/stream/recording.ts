/** Recordings of byte streams: exchange files, and the logs of other programs. */
import { concat, CR } from '../../../../drivers/kit/line/ascii.ts';
import {
  type ExchangeFile,
  formatExchangeFile,
  parseExchangeFile,
  recordedAnswers,
} from '../../../../drivers/kit/line/exchange-file.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { isWireOf, type Recorded, type RecordingFiles, type Replayed } from '../port.ts';
import { noRecording, type RecordingFolder, within } from '../recording-folder.ts';
import { isQuotedLog, parseLog } from './logs.ts';

/** Which files hold such a recording. */
export const STREAM_FILES = [/\.exchange$/, /^exchange\.txt$/];

/** Bytes below it are control characters. */
const SPACE = 0x20;

/** The conversation of an exchange file or a log. */
export function openStream(folder: RecordingFolder, file: string): Replayed<'stream'> {
  const exchanges = exchangesOf(
    file,
    within(file, () => folder.text(file)),
  );
  return { kind: 'stream', facts: {}, answers: () => recordedAnswers(exchanges) };
}

/** Writes down what was exchanged. */
export function writeStream({ exchanges }: Recorded, source: string): RecordingFiles {
  const stream = exchanges.flatMap((raw) =>
    isWireOf('stream', raw) && raw.wire.op === 'exchange' ? [{ sent: raw.wire.send, came: raw.data }] : [],
  );
  if (stream.length === 0) return {};
  return { 'recording.exchange': formatExchangeFile({ header: { proof: 'captured', source }, exchanges: stream }) };
}

function exchangesOf(file: string, text: string): ExchangeFile {
  if (!/^> /m.test(text) || isQuotedLog(text)) {
    const log = parseLog(text);
    if (log !== undefined) return log;
    throw noRecording(file, say('record.noExchange'));
  }
  try {
    return terminated(parseExchangeFile(text));
  } catch (thrown) {
    if (thrown instanceof SyntaxError || thrown instanceof RangeError) throw noRecording(file, thrown.message);
    throw thrown;
  }
}

/**
 * Hand-written recordings of line protocols leave the carriage returns away. Where no request has one, every request
 * and every reply is given its own; a recording that writes any down is taken by the letter.
 */
function terminated(file: ExchangeFile): ExchangeFile {
  if (file.exchanges.some(({ sent }) => sent.some((byte) => byte < SPACE))) return file;
  return { ...file, exchanges: file.exchanges.map(({ sent, came }) => ({ sent: ended(sent), came: ended(came) })) };
}

const ended = (bytes: Uint8Array): Uint8Array => (bytes.length === 0 ? bytes : concat(bytes, Uint8Array.of(CR)));
