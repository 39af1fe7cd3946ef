/**
 * Recordings of devices, in the forms that they come in: an `.snmprec` file, an exchange file, a folder of these, the
 * folder of a HID device, or a support bundle (`bundle.zip`, or `bundle.zip/ups-1` for one of its devices).
 */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { ZodError } from 'zod';
import type { Reply, Simulator, Wire } from '../../../../drivers/driver.ts';
import { type ExchangeFile, parseExchangeFile, recordedAnswers } from '../../../../drivers/kit/exchange-file.ts';
import { concat, CR } from '../../../../drivers/kit/ascii.ts';
import { AppError } from '../../../../src-shared/errors.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { bundleFolder, diskFile, diskFolder, type RecordingFolder } from '../recording-folder.ts';
import { DESCRIPTOR, readHidRecording } from '../hid/recording.ts';
import { isQuotedLog, parseLog } from '../serial/logs.ts';
import { parseSnmprec } from '../snmp/snmprec.ts';

/** A recording, ready to be asked. */
export type Recording =
  | {
      readonly kind: 'stream';
      /** A player from the beginning: the same question asked again gets its next recorded answer. */
      readonly answers: () => (wire: Wire['stream']) => Reply<'stream'>;
    }
  | { readonly kind: 'hid'; readonly device: Simulator['hid'] }
  | { readonly kind: 'snmp'; readonly agent: Simulator['snmp'] };

/** Bytes below it are control characters. */
const SPACE = 0x20;

/**
 * Opens a recording. Throws `AppError`: 'not-found' when there is nothing at the path, 'permission-denied' when it
 * cannot be read, 'bad-input' when it is no recording.
 */
export function openRecording(path: string): Recording {
  const folder = access(path, () => folderOf(path));
  const file = folder.chosen ?? choose(folder);
  if (file === DESCRIPTOR) return { kind: 'hid', device: hidRecording(folder) };
  if (file === undefined) {
    throw noRecording(path, say('record.emptyFolder'));
  }
  if (file.endsWith('.snmprec'))
    return snmpRecording(
      file,
      access(path, () => folder.text(file)),
    );
  const exchanges = exchangesOf(
    file,
    access(path, () => folder.text(file)),
  );
  return { kind: 'stream', answers: () => recordedAnswers(exchanges) };
}

/** The folder that a path names, and the file in it where it names that. */
function folderOf(path: string): RecordingFolder & { readonly chosen?: string } {
  const [, zip, device] = /^(.*\.zip)(?:\/([^/]+))?$/i.exec(path) ?? [];
  if (zip !== undefined) return bundleFolder(zip, device, isRecording);
  if (statSync(path).isDirectory()) return diskFolder(path);
  return { ...diskFile(path), chosen: basename(path) };
}

/** The file of a folder that can be played. */
function choose({ names }: RecordingFolder): string | undefined {
  return PLAYABLE.map((pattern) => names.find((name) => pattern.test(name))).find((name) => name !== undefined);
}

/** Which files make a recording, the one that says most first. */
const PLAYABLE = [/^report_descriptor\.hex$/, /\.snmprec$/, /\.exchange$/, /^exchange\.txt$/];
const isRecording = (name: string): boolean => PLAYABLE.some((pattern) => pattern.test(name));

function hidRecording(folder: RecordingFolder): Simulator['hid'] {
  return access(folder.name, () => {
    try {
      return readHidRecording(folder);
    } catch (thrown) {
      if (thrown instanceof SyntaxError) throw noRecording(folder.name, thrown.message);
      if (thrown instanceof ZodError) throw noRecording(folder.name, thrown.issues[0]?.message ?? say('record.misfit'));
      throw thrown;
    }
  });
}

function snmpRecording(file: string, text: string): Recording {
  const rows = parseSnmprec(text);
  if (rows.size === 0) throw noRecording(file, say('record.noRow'));
  return { kind: 'snmp', agent: { rows: () => rows, set: () => 'notWritable' } };
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

function access<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    const said = thrown instanceof Error ? thrown.message : String(thrown);
    if (said.includes('ENOENT')) throw new AppError('not-found', say('record.noRecording', { path }));
    throw new AppError('permission-denied', say('record.unreadable', { path, why: said }));
  }
}

function noRecording(path: string, why: string): AppError {
  return new AppError('bad-input', say('record.notReplayed', { file: basename(path), why }));
}
