/** Says what is missing on this machine, with the exact mend. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { drivers } from '../../../drivers/index.ts';
import type { CallOutput } from '../../../src-shared/contract/index.ts';
import { say } from '../../../src-shared/texts/say.ts';
import { examineHid } from '../ports/hid/doctor.ts';
import { examineSerial } from '../ports/serial/doctor.ts';
import type { HistoryStore, SettingsStore } from '../base/parts.ts';

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
    own(say('examined.settings'), settings.problems, say('examined.settingsWhole')),
    own(say('examined.history'), history.problems, say('examined.historyWhole')),
  ];
}

/** Vendors whose USB UPSes a driver knows. */
function knownVendors(): ReadonlySet<number> {
  const usb = drivers.filter(({ port }) => port === 'hid').flatMap(({ found }) => found);
  return new Set(usb.flatMap((found) => ('usb' in found ? [found.usb.vendor] : [])));
}

async function folder(path: string): Promise<Check> {
  const name = say('examined.folder');
  try {
    await access(path, constants.R_OK | constants.W_OK);
    return { name, ok: true, message: say('examined.writable', { path }) };
  } catch {
    const message = say('examined.notWritable', { path });
    return { name, ok: false, message };
  }
}

function own(name: string, problems: readonly { readonly message: string }[], fine: string): Check {
  return problems.length === 0
    ? { name, ok: true, message: fine }
    : { name, ok: false, message: problems.map(({ message }) => message).join(' ') };
}
