/** Says what is missing on this machine, with the exact mend. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { drivers } from '../../drivers/index.ts';
import type { CallOutput } from '../../src-shared/contract/index.ts';
import { examineHid } from './doctor-hid.ts';
import { examineSerial } from './doctor-serial.ts';
import type { HistoryStore, SettingsStore } from './parts.ts';

type Check = CallOutput<'diagnostics.doctor'>['checks'][number];

/** What is looked at. */
export interface Patient {
  readonly dataDir: string | undefined;
  readonly settings: SettingsStore;
  readonly history: HistoryStore;
}

/** Examines the machine and Mainstay's own files. */
export async function examine({ dataDir, settings, history }: Patient): Promise<Check[]> {
  return [
    ...(dataDir === undefined ? [] : [await folder(dataDir)]),
    ...(await examineSerial()),
    ...(await examineHid(knownVendors())),
    own('Settings', settings.problems, 'The settings file is whole.'),
    own('History', history.problems, 'The history file is whole.'),
  ];
}

/** Vendors whose USB UPSes a driver knows. */
function knownVendors(): ReadonlySet<number> {
  const usb = drivers.filter(({ port }) => port === 'hid').flatMap(({ found }) => found);
  return new Set(usb.flatMap((found) => ('usb' in found ? [found.usb.vendor] : [])));
}

async function folder(path: string): Promise<Check> {
  const name = 'Data folder';
  try {
    await access(path, constants.R_OK | constants.W_OK);
    return { name, ok: true, message: `${path} can be written.` };
  } catch {
    const message = `${path} cannot be written, so nothing would be kept. Make it writable, or set MAINSTAY_DATA to another folder.`;
    return { name, ok: false, message };
  }
}

function own(name: string, problems: readonly { readonly message: string }[], fine: string): Check {
  return problems.length === 0
    ? { name, ok: true, message: fine }
    : { name, ok: false, message: problems.map(({ message }) => message).join(' ') };
}
