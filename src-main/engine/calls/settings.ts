/** The engine's side of the settings: read without secrets, changed by section, each change put on record. */
import { isDeepStrictEqual } from 'node:util';
import type { CallInput, Handlers } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import { runsAnother } from '../../../src-shared/settings/protection.ts';
import type { Settings } from '../../../src-shared/settings/index.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { HandlerParts } from './parts.ts';
import type { NewEvent, SettingsChange } from '../base/parts.ts';
import { redactUri } from '../../../src-shared/address/redact.ts';

/** Makes the handlers of the settings. */
export function settingsCalls(parts: HandlerParts): Pick<Handlers['calls'], 'settings.get' | 'settings.update'> {
  const { settings } = parts;
  return {
    'settings.get': () => redacted(settings.get()),
    'settings.update': async (change) => {
      if (change.protection?.mode === 'armed' && settings.get().protection.mode !== 'armed') {
        throw new AppError('refused', say('reach.armedOnlyAfterChecks'));
      }
      const command = change.protection?.ownCommand;
      if (
        command !== undefined &&
        change.confirmed !== true &&
        runsAnother(settings.get().protection.ownCommand, command)
      ) {
        throw new AppError('refused', say('act.order.runs', { program: command.program }));
      }
      return redacted(await changeSettings(parts, withoutUndefined(change)));
    },
  };
}

/** Changes the settings and puts on record what changed. Rejects as the settings store does. */
export async function changeSettings(parts: HandlerParts, change: SettingsChange): Promise<Settings> {
  const { settings, events, clock } = parts;
  const before = settings.get();
  const after = await settings.update(change);
  for (const event of settingEvents(before, after)) events.emit({ time: clock.now(), severity: 'info', ...event });
  return after;
}

/** The sections that a client can change as a whole. */
const SECTIONS = ['protection', 'polling', 'preferences', 'notifications', 'battery', 'energy', 'demo'] as const;

/** What is worth telling of a change of settings; every window follows them by these events. */
function settingEvents(before: Settings, after: Settings): Omit<NewEvent, 'time' | 'severity'>[] {
  const changed = SECTIONS.filter((section) => !isDeepStrictEqual(before[section], after[section]));
  if (changed.length === 0) return [];
  const { mode } = after.protection;
  return [
    {
      kind: 'settings-changed',
      text: say('reach.settingsChanged', {
        sections: changed.map((section) => say(`reach.sections.${section}`)).join(', '),
      }),
      data: {},
    },
    ...(mode === before.protection.mode
      ? []
      : [{ kind: 'protection-mode' as const, text: say(`reach.modeNow.${mode}`), data: { mode } }]),
  ];
}

function redacted(settings: Settings): Settings {
  return { ...settings, devices: settings.devices.map((device) => ({ ...device, uri: redactUri(device.uri) })) };
}

/** The sections to replace; one that is undefined stays as it is. */
function withoutUndefined(change: CallInput<'settings.update'>): SettingsChange {
  const { protection, polling, preferences, notifications, battery, energy, demo } = change;
  return {
    ...(protection === undefined ? {} : { protection }),
    ...(polling === undefined ? {} : { polling }),
    ...(preferences === undefined ? {} : { preferences }),
    ...(notifications === undefined ? {} : { notifications }),
    ...(battery === undefined ? {} : { battery }),
    ...(energy === undefined ? {} : { energy }),
    ...(demo === undefined ? {} : { demo }),
  };
}
