/**
 * Recordings of devices, in the forms that they come in: a file that a kind of wire plays, a folder of these, the folder
 * of a HID device, or a support bundle (`bundle.zip`, or `bundle.zip/ups-1` for one of its devices).
 */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { PortKind } from '../../../../drivers/driver.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { WIRES } from '../index.ts';
import type { Recorded, RecordingFiles, Replayed } from '../port.ts';
import { bundleFolder, diskFile, diskFolder, noRecording, type RecordingFolder, within } from '../recording-folder.ts';

/** A recording of one of these kinds, still tied to its own. */
export type RecordingOf<P extends PortKind> = { readonly [K in P]: Replayed<K> }[P];
/** A recording, ready to be asked. */
export type Recording = RecordingOf<PortKind>;

/** Which files make a recording, the one that says most first. */
const PLAYABLE = Object.values(WIRES).flatMap(({ recording }) =>
  recording.files.map((pattern) => ({ pattern, open: recording.open })),
);

/** A file without any of these names is the log of another program. */
const ANY = WIRES.stream.recording.open;

/**
 * Opens a recording. Throws `AppError`: 'not-found' when there is nothing at the path, 'permission-denied' when it
 * cannot be read, 'bad-input' when it is no recording.
 */
export function openRecording(path: string): Recording {
  const folder = within(path, () => folderOf(path));
  const file = folder.chosen ?? choose(folder);
  if (file === undefined) throw noRecording(path, say('record.emptyFolder'));
  const { open } = PLAYABLE.find(({ pattern }) => pattern.test(file)) ?? { open: ANY };
  return open(folder, file);
}

/** Writes down what was heard of a device, so that `openRecording` plays it. */
export function recordingOf(recorded: Recorded, source: string): RecordingFiles {
  const written = Object.values(WIRES).map(({ recording }) => recording.write(recorded, source));
  return written.find((files) => Object.keys(files).length > 0) ?? {};
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
  return PLAYABLE.map(({ pattern }) => names.find((name) => pattern.test(name))).find((name) => name !== undefined);
}

const isRecording = (name: string): boolean => PLAYABLE.some(({ pattern }) => pattern.test(name));
