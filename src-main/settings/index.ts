/** The settings file: read once, kept in memory, written atomically with a backup of the last good one. */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { AppError, type ErrorCode } from '../../src-shared/errors.ts';
import { defaultSettings, type Settings } from '../../src-shared/settings/index.ts';
import { say } from '../../src-shared/texts/say.ts';
import { readBoundedText } from '../engine/base/bounded-file.ts';
import type { Gate } from '../engine/base/kept-file.ts';
import type { Problem, SettingsChange, SettingsStore } from '../engine/base/parts.ts';
import { checkSettings, MIGRATIONS, type Migrations, parseSettings } from './format.ts';

/** What can be replaced around the settings file. */
export interface SettingsOptions {
  /** The wall clock, in milliseconds since 1970; it names files that are set aside. */
  readonly now?: () => number;
  readonly migrations?: Migrations;
  /** Throws `AppError` while nothing may be written. */
  readonly gate?: Gate;
}

/** SNMP secrets stand in device URIs: only the owner may read. */
const MODE = 0o600;
/** A file that is longer holds no settings. Bytes. */
const LIMIT = 8_000_000;

/** Reads the settings in `file`. Never throws for the file's sake: what is wrong with it is among `problems`. */
export function createSettingsStore(file: string, options: SettingsOptions = {}): SettingsStore {
  return new FileSettings(file, options);
}

class FileSettings implements SettingsStore {
  private readonly file: string;
  private readonly now: () => number;
  private readonly migrations: Migrations;
  private readonly gate: Gate;
  private readonly held = new Map<string, Problem>();
  private readonly listeners = new Set<(settings: Settings) => void>();
  private current: Settings;
  /** The text on disk, as long as it is good; it becomes the backup of what replaces it. */
  private good: string | undefined;
  /** Why nothing may be written: there is a file that could neither be read nor moved away. */
  private blocked: AppError | undefined;
  /** There was no folder to be had when it was read; what it holds is not known. */
  private unseen = false;
  private revision = 0;
  private saved = 0;
  private queue: Promise<void> = Promise.resolve();

  constructor(file: string, options: SettingsOptions) {
    this.file = file;
    this.now = options.now ?? Date.now;
    this.migrations = options.migrations ?? MIGRATIONS;
    this.gate = options.gate ?? (() => undefined);
    this.current = this.load();
  }

  get problems(): readonly Problem[] {
    return [...this.held.values()];
  }

  get(): Settings {
    return this.current;
  }

  async update(change: SettingsChange): Promise<Settings> {
    const checked = checkSettings({ ...this.current, ...change });
    if (!checked.ok) {
      throw new AppError('bad-input', say('record.notTaken', { why: checked.why }));
    }
    this.current = checked.settings;
    this.revision += 1;
    const revision = this.revision;
    const written = this.queue.then(() => this.save(revision));
    // The next write waits for this one, whatever became of it; its fault goes to whoever asked for it.
    this.queue = written.catch(() => undefined);
    for (const listener of this.listeners) listener(checked.settings);
    await written;
    return checked.settings;
  }

  onChange(listener: (settings: Settings) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private get backup(): string {
    return `${this.file}.bak`;
  }

  /** What was last in force: a file that a person has spoilt by hand must not undo how this computer is protected. */
  private get lastGood(): string {
    return `${this.file.replace(/\.json$/, '')}.last-good.json`;
  }

  private load(): Settings {
    const main = this.tryFile(this.file);
    if (main.settings !== undefined) {
      this.good = main.text;
      this.keepLastGood(main.text);
      return main.settings;
    }
    const last = this.tryFile(this.lastGood);
    if (last.settings !== undefined) {
      const what = main.why ?? say('record.settingsMissing', { file: this.file });
      const message = say('record.lastInForce', { what });
      this.held.set('settings-damaged', { id: 'settings-damaged', message });
      return last.settings;
    }
    const spare = this.tryFile(this.backup);
    this.unseen = !this.mayWrite();
    // No file and no backup: a first start, of which there is nothing to say.
    if (main.why === undefined && spare.why === undefined && spare.settings === undefined) return defaultSettings();
    const said = [
      main.why === undefined ? say('record.settingsMissing', { file: this.file }) : main.why,
      ...(spare.why === undefined ? [] : [spare.why]),
      spare.settings === undefined ? say('record.defaults') : say('record.asBefore'),
    ];
    this.held.set('settings-damaged', { id: 'settings-damaged', message: said.join(' ') });
    return spare.settings ?? defaultSettings();
  }

  /**
   * Reads again what could not be read, and writes again what could not be written. What a person has changed in the
   * meantime is in force, and stays so; the file that comes to light is put aside then.
   */
  mend(): void {
    if (!this.mayWrite()) return;
    if (this.blocked !== undefined || this.unseen) this.lookAgain();
    if (this.blocked === undefined && this.saved < this.revision) {
      this.queue = this.queue.then(() => this.save(this.revision)).catch(() => undefined);
    }
  }

  private lookAgain(): void {
    this.blocked = undefined;
    this.unseen = false;
    if (this.revision > 0) {
      try {
        if (existsSync(this.file)) this.setAside(this.file);
      } catch (thrown) {
        this.blocked = fault(thrown, 'settingsStuck', this.file);
      }
      return;
    }
    this.held.delete('settings-damaged');
    this.current = this.load();
    for (const listener of this.listeners) listener(this.current);
  }

  private mayWrite(): boolean {
    try {
      this.gate();
      return true;
    } catch {
      return false;
    }
  }

  /** Without it, damage falls back to an older backup: no reason not to start. */
  private keepLastGood(text: string | undefined): void {
    if (text === undefined || !this.mayWrite()) return;
    try {
      if (existsSync(this.lastGood) && readBoundedText(this.lastGood, LIMIT) === text) return;
      writeFileAtomic.sync(this.lastGood, text, { mode: MODE });
    } catch {
      // A disk that is full or read-only is told when a setting is changed.
    }
  }

  /** The settings in a file, or a sentence saying why there are none; neither when there is no file. */
  private tryFile(file: string): { readonly settings?: Settings; readonly text?: string; readonly why?: string } {
    let text: string;
    try {
      text = readBoundedText(file, LIMIT);
    } catch (thrown) {
      if (codeOf(thrown) === 'ENOENT') return {};
      this.blocked = fault(thrown, 'settingsUnreadable', file);
      return { why: this.blocked.message };
    }
    const parsed = parseSettings(text, this.migrations);
    if (parsed.ok) return { settings: parsed.settings, text };
    const broken = say('record.settingsUnusable', { file, why: parsed.why });
    try {
      return { why: say('record.keptAs', { what: broken, file: this.setAside(file) }) };
    } catch (thrown) {
      this.blocked = fault(thrown, 'settingsStuck', broken);
      return { why: this.blocked.message };
    }
  }

  private setAside(file: string): string {
    const stamp = new Date(this.now()).toISOString().replaceAll(/[:.]/g, '-');
    const stem = this.file.replace(/\.json$/, '');
    let target = `${stem}.broken-${stamp}.json`;
    for (let count = 2; existsSync(target); count++) target = `${stem}.broken-${stamp}-${count}.json`;
    renameSync(file, target);
    return target;
  }

  private async save(revision: number): Promise<void> {
    // A later state may have been written already; it holds this change, too.
    if (this.saved >= revision) return;
    if (this.blocked !== undefined) throw this.blocked;
    const text = `${JSON.stringify(this.current, null, 2)}\n`;
    const latest = this.revision;
    try {
      this.gate();
      mkdirSync(dirname(this.file), { recursive: true, mode: 0o700 });
      if (this.good !== undefined) await writeFileAtomic(this.backup, this.good, { mode: MODE });
      await writeFileAtomic(this.file, text, { mode: MODE });
      this.keepLastGood(text);
    } catch (thrown) {
      const error = fault(thrown, 'settingsNotWritten', this.file);
      this.held.set('settings-write', { id: 'settings-write', message: error.message });
      throw error;
    }
    this.held.delete('settings-write');
    this.good = text;
    this.saved = latest;
  }
}

function fault(
  thrown: unknown,
  what: 'settingsUnreadable' | 'settingsStuck' | 'settingsNotWritten',
  about: string,
): AppError {
  const code = codeOf(thrown);
  const kind: ErrorCode = code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'permission-denied' : 'refused';
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError(kind, say(`record.${what}`, { about, reason }), { cause: thrown });
}

function codeOf(thrown: unknown): unknown {
  return thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
}
