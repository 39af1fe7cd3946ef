/** The text of a settings file: parsed, brought up to the present format, and judged. */
import { SETTINGS_VERSION, type Settings, settingsSchema } from '../../src-shared/settings/index.ts';
import { say } from '../../src-shared/texts/say.ts';
import { parseJson } from '../engine/base/json.ts';

/** Turns the content of one version of the format into that of the next. Throws on content it cannot make sense of. */
export type Migration = (content: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** Migrations by the version they start from. */
export type Migrations = Readonly<Record<number, Migration>>;

/** There has been one format so far. */
export const MIGRATIONS: Migrations = {};

/** Settings, or a sentence saying why the text holds none. */
export type Parsed = { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly why: string };

/** Reads the text of a settings file. Whatever is wrong with it comes back as a reason; nothing is guessed or dropped. */
export function parseSettings(text: string, migrations: Migrations = MIGRATIONS): Parsed {
  let content: unknown;
  try {
    content = parseJson(text);
  } catch (thrown) {
    return {
      ok: false,
      why: say('record.notJson', { why: thrown instanceof Error ? thrown.message : String(thrown) }),
    };
  }
  if (!isObject(content)) return { ok: false, why: say('record.noObject') };
  const version = content['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    return { ok: false, why: say('record.noFormat') };
  }
  if (version > SETTINGS_VERSION) return { ok: false, why: say('record.newer', { format: version }) };
  for (let from = version; from < SETTINGS_VERSION; from++) {
    const migrate = migrations[from];
    if (migrate === undefined) return { ok: false, why: say('record.neverFormat', { format: from }) };
    try {
      content = { ...migrate(content), version: from + 1 };
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      return { ok: false, why: say('record.notMigrated', { format: from, why: reason }) };
    }
    if (!isObject(content)) return { ok: false, why: say('record.noObject') };
  }
  return checkSettings(content);
}

/** Judges content of the present format. */
export function checkSettings(content: unknown): Parsed {
  const parsed = settingsSchema.safeParse(content);
  if (parsed.success) return { ok: true, settings: parsed.data };
  const first = parsed.error.issues[0];
  const why = first?.message ?? say('record.unknownReason');
  return first === undefined || first.path.length === 0
    ? { ok: false, why: say('record.wholeMisfit', { why }) }
    : { ok: false, why: say('record.partMisfit', { part: first.path.join('.'), why }) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
