/** A folder of recorded files, on disk or inside a support bundle. Whoever sent it, it is read within bounds. */
import { opendirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Unzip, UnzipInflate } from 'fflate';
import { AppError } from '../../../src-shared/errors.ts';
import { say } from '../../../src-shared/texts/say.ts';
import { readBounded } from '../base/bounded-file.ts';

/** The files of one recording. Reading one that is not there throws as the file system does. */
export interface RecordingFolder {
  readonly name: string;
  readonly names: readonly string[];
  has(name: string): boolean;
  text(name: string): string;
}

/**
 * More than any recording of one device has; what goes beyond is something else. The largest that is known, the walk of
 * a whole agent, has a twentieth of these lines and bytes.
 */
const LIMITS = { fileBytes: 8_000_000, lines: 50_000, files: 2000, zipBytes: 32_000_000, unpackedBytes: 32_000_000 };

/** A folder on disk. */
export function diskFolder(path: string): RecordingFolder {
  return onDisk(basename(path), path, namesIn(path));
}

/** The folder of one file on disk, of which nothing else is looked for. */
export function diskFile(path: string): RecordingFolder {
  const name = basename(path);
  return onDisk(basename(dirname(path)), dirname(path), [name]);
}

function onDisk(name: string, folder: string, names: readonly string[]): RecordingFolder {
  return {
    name,
    names,
    has: (file) => isThere(join(folder, file)),
    text: (file) => recorded(file, readBounded(join(folder, file), LIMITS.fileBytes)),
  };
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function namesIn(path: string): readonly string[] {
  const folder = opendirSync(path);
  try {
    const names: string[] = [];
    for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) {
      if (names.length >= LIMITS.files) throw tooLarge(path);
      names.push(entry.name);
    }
    return names.toSorted();
  } finally {
    folder.closeSync();
  }
}

function recorded(file: string, bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8');
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    lines += 1;
    if (lines > LIMITS.lines) throw tooLarge(file);
  }
  return text;
}

function tooLarge(file: string): AppError {
  return new AppError('bad-input', say('record.tooLarge', { file: basename(file) }));
}

const DEVICES = 'devices/';

/**
 * The folder of one device inside a support bundle: of the named one, else of the first that holds a recording.
 * `holds` says which file makes a recording.
 */
export function bundleFolder(
  zip: string,
  device: string | undefined,
  holds: (name: string) => boolean,
): RecordingFolder {
  const bytes = readBounded(zip, LIMITS.zipBytes);
  const names = [...unzipped(zip, bytes, () => false).keys()];
  const ids = new Set(names.map(deviceOf));
  const id = [...ids].find((each) =>
    device === undefined ? names.some((name) => deviceOf(name) === each && holds(basename(name))) : each === device,
  );
  if (id === undefined) {
    const told = { file: basename(zip), known: [...ids].join(', ') };
    throw new AppError(
      'bad-input',
      device === undefined ? say('record.noneInBundle', told) : say('record.notInBundle', { ...told, device }),
    );
  }
  const start = `${DEVICES}${id}/`;
  const files = new Map(
    [...unzipped(zip, bytes, (name) => name.startsWith(start))].flatMap(([name, data]) =>
      data === undefined ? [] : [[name.slice(start.length), data]],
    ),
  );
  return {
    name: id,
    names: [...files.keys()].toSorted(),
    has: (name) => files.has(name),
    text: (name) => recorded(name, files.get(name) ?? new Uint8Array(0)),
  };
}

const deviceOf = (name: string): string => name.slice(DEVICES.length).split('/')[0] ?? '';

/** Unpacked in steps of so many bytes, of which none can become much: deflate makes at most a thousandfold of them. */
const STEP = 4096;

/**
 * The files of devices by their names, with the content of those that are wanted. It is counted while it is unpacked:
 * what a bundle says of its sizes need not be true.
 */
function unzipped(
  zip: string,
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array | undefined> {
  const files = new Map<string, Uint8Array | undefined>();
  let [entries, unpacked] = [0, 0];
  const reader = new Unzip((file) => {
    entries += 1;
    if (entries > LIMITS.files) throw tooLarge(zip);
    const { name } = file;
    if (!name.startsWith(DEVICES)) return;
    files.set(name, undefined);
    if (!wanted(name)) return;
    const pieces: Uint8Array[] = [];
    file.ondata = (fault, data, final) => {
      if (fault !== null) throw fault;
      unpacked += data.length;
      if (unpacked > LIMITS.unpackedBytes) throw tooLarge(zip);
      pieces.push(data);
      if (final) files.set(name, Buffer.concat(pieces));
    };
    file.start();
  });
  reader.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      reader.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    }
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw noBundle(zip, thrown instanceof Error ? thrown.message : String(thrown));
  }
  if (entries === 0) throw noBundle(zip, say('record.noZip'));
  return files;
}

function noBundle(zip: string, why: string): AppError {
  return new AppError('bad-input', say('record.noBundle', { file: basename(zip), why }));
}

/** Reads within a recording. Throws `AppError`: 'not-found' or 'permission-denied' where the system refuses. */
export function within<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    const said = thrown instanceof Error ? thrown.message : String(thrown);
    if (said.includes('ENOENT')) throw new AppError('not-found', say('record.noRecording', { path }));
    throw new AppError('permission-denied', say('record.unreadable', { path, why: said }));
  }
}

/** What is at the path is no recording: why not. */
export function noRecording(path: string, why: string): AppError {
  return new AppError('bad-input', say('record.notReplayed', { file: basename(path), why }));
}
