/** A folder of recorded files, on disk or inside a support bundle. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { AppError } from '../../../src-shared/errors.ts';
import { say } from '../../../src-shared/texts/say.ts';

/** The files of one recording. Reading one that is not there throws as the file system does. */
export interface RecordingFolder {
  readonly name: string;
  readonly names: readonly string[];
  has(name: string): boolean;
  text(name: string): string;
}

/** No recording of one device is larger; a larger file is something else. Bytes. */
const SIZE_LIMIT = 32 * 1024 * 1024;

/** A folder on disk. */
export function diskFolder(path: string): RecordingFolder {
  const names = readdirSync(path).toSorted();
  return {
    name: basename(path),
    names,
    has: (name) => names.includes(name),
    text: (name) => {
      const file = join(path, name);
      if (statSync(file).size > SIZE_LIMIT) throw new AppError('bad-input', say('record.tooLarge', { file }));
      return readFileSync(file, 'utf8');
    },
  };
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
  const entries = unzip(zip);
  const ids = new Set([...entries.keys()].map((name) => name.slice(DEVICES.length).split('/')[0] ?? ''));
  const filesOf = (id: string): ReadonlyMap<string, Uint8Array> => {
    const start = `${DEVICES}${id}/`;
    return new Map(
      [...entries].flatMap(([name, data]) => (name.startsWith(start) ? [[name.slice(start.length), data]] : [])),
    );
  };
  const id = [...ids].find((each) => (device === undefined ? [...filesOf(each).keys()].some(holds) : each === device));
  if (id === undefined) {
    const told = { file: basename(zip), known: [...ids].join(', ') };
    throw new AppError(
      'bad-input',
      device === undefined ? say('record.noneInBundle', told) : say('record.notInBundle', { ...told, device }),
    );
  }
  const files = filesOf(id);
  return {
    name: id,
    names: [...files.keys()].toSorted(),
    has: (name) => files.has(name),
    text: (name) => Buffer.from(files.get(name) ?? []).toString('utf8'),
  };
}

function unzip(zip: string): ReadonlyMap<string, Uint8Array> {
  if (statSync(zip).size > SIZE_LIMIT)
    throw new AppError('bad-input', say('record.bundleTooLarge', { file: basename(zip) }));
  try {
    // What is not of a device is not unpacked; a file that claims to be huge is refused before it is.
    const filter = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }): boolean => {
      if (!name.startsWith(DEVICES)) return false;
      if (originalSize > SIZE_LIMIT) throw new RangeError(say('record.partTooLarge', { file: name }));
      return true;
    };
    return new Map(Object.entries(unzipSync(readFileSync(zip), { filter })));
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new AppError('bad-input', say('record.noBundle', { file: basename(zip), why }));
  }
}
