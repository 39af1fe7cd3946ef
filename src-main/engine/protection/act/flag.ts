/**
 * The word that a committed shutdown leaves for the late shutdown hook: which UPSes are to cut their output. It lies below
 * /run, which is memory: it stays until the very end of a shutdown, and no start ever finds it.
 */
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../../src-shared/errors.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { readBoundedText } from '../../base/bounded-file.ts';

/** Where the flag lies; `MAINSTAY_POWER_OFF_FLAG` names another place, for tests. */
export const FLAG_FILE = '/run/mainstay/power-off-ups.json';

/**
 * Where the hook lies. systemd runs what it finds there after every file system was unmounted or made read-only
 * (systemd-poweroff.service(8)).
 */
export const HOOK_FILE = '/usr/lib/systemd/system-shutdown/mainstay-late-shutdown';

/** A shutdown that has not ended by then was stopped by somebody, and the word is none any more. Milliseconds. */
const LIFETIME = 3_600_000;

/** A file that is longer is none of these. Bytes. */
const LIMIT = 1_000_000;

const flagSchema = z.strictObject({
  version: z.literal(1),
  /** The boot in which it was written, and the time since its start, in milliseconds. */
  boot: z.string(),
  steady: z.number(),
  committedAt: z.number(),
  reason: z.string(),
  dataFolder: z.string().optional(),
  /** When the UPSes are to come back, in milliseconds since 1970. */
  startAt: z.number().optional(),
  devices: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        uri: z.string().min(1),
        /** What decides how it is told and takes a while to ask for. */
        values: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    )
    .min(1),
});

/** What the flag says. */
export type PowerOffFlag = z.infer<typeof flagSchema>;

/** The place where the flag lies. */
export const flagFile = (): string => process.env['MAINSTAY_POWER_OFF_FLAG'] ?? FLAG_FILE;

/** Leaves the word. Throws when the place cannot be written. */
export function writeFlag(file: string, flag: PowerOffFlag): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Written aside and moved: the hook must never find half of it.
  const draft = `${file}.draft`;
  rmSync(draft, { force: true });
  writeFileSync(draft, `${JSON.stringify(flag)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(draft, file);
}

/** Takes the word back. */
export function removeFlag(file: string): void {
  rmSync(file, { force: true });
}

/**
 * Reads the word. Throws `AppError`: 'refused' when there is none, when it is of another boot or too old, or when others
 * could have written it; 'damaged' when it makes no sense.
 */
export function readFlag(file: string, now: { readonly boot: string; readonly steady: number }): PowerOffFlag {
  const nothing = 'No UPS was told to cut its output.';
  let text: string;
  try {
    if ((statSync(file).mode & 0o022) !== 0) {
      throw new AppError('refused', `Others may write to ${file}, so it proves nothing. ${nothing} Delete it.`);
    }
    text = readBoundedText(file, LIMIT);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'refused') throw thrown;
    const why =
      thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT' ? 'is not there' : 'cannot be read';
    throw new AppError(
      'refused',
      `${file} ${why}, so this is no shutdown that Mainstay has decided on. ${nothing} To switch a UPS off by hand: mainstay command <uri> shutdown.return --yes.`,
    );
  }
  const parsed = flagSchema.safeParse(jsonOf(text));
  if (!parsed.success) throw new AppError('damaged', `${file} makes no sense. ${nothing}`);
  const flag = parsed.data;
  if (flag.boot !== now.boot) throw new AppError('refused', `${file} was left by another boot. ${nothing}`);
  const age = now.steady - flag.steady;
  if (age > LIFETIME) {
    throw new AppError(
      'refused',
      `${file} was written ${Math.round(age / 60_000)} minutes ago: that shutdown never came to its end. ${nothing}`,
    );
  }
  return flag;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Why no word would reach the late hook; undefined when it would. */
export function whyNotLate({ hook, flag }: { readonly hook: string; readonly flag: string }): string | undefined {
  try {
    accessSync(hook, constants.X_OK);
  } catch {
    return existsSync(hook) ? say('act.hook.notExecutable', { hook }) : say('act.hook.notInstalled', { hook });
  }
  const folder = dirname(flag);
  const place = existsSync(folder) ? folder : dirname(folder);
  try {
    accessSync(place, constants.W_OK);
    return undefined;
  } catch {
    return say('act.hook.notWritable', { place });
  }
}
