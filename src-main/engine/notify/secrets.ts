/** Passwords and tokens of channels: kept apart from the settings, and never told to anyone but the other side. */
import { z } from 'zod';
import type { ChannelStatus, SecretPlace } from '../../../src-shared/contract/index.ts';
import { AppError, toErrorValue } from '../../../src-shared/errors.ts';
import type { Channel } from '../../../src-shared/settings/notifications.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { KeptFile } from '../base/kept-file.ts';
import type { Problem } from '../base/parts.ts';

/** What makes a secret unreadable in its file: the keychain of the system, where a host has one. */
export interface Sealer {
  readonly place: SecretPlace;
  /** False while the keychain is locked, or where it does not run; it may ask the person to unlock it. */
  available(): Promise<boolean>;
  /** The secret as text that only this account on this computer can open. Rejects when the keychain refuses. */
  seal(secret: string): Promise<string>;
  /** Rejects when it was sealed elsewhere, or when the keychain refuses. */
  open(sealed: string): Promise<string>;
}

/** Why what is kept cannot be read: the keychain is locked or not there, or it was sealed with the key of another. */
export type Closed = NonNullable<ChannelStatus['closed']>;

/** What came of looking for a secret; without either there is none. */
export interface Found {
  readonly secret?: string;
  readonly closed?: Closed;
}

/** The secrets of all channels. */
export interface SecretStore {
  readonly place: SecretPlace;
  readonly problem: Problem | undefined;
  /** Whether there is one for this address of the channel; the keychain is not asked for that. */
  has(channel: Channel): boolean;
  /** Why the one that is kept could not be opened when it was last tried. */
  closed(channel: Channel): Closed | undefined;
  /** The one for this address of the channel. Never rejects; one that cannot be opened stays where it is. */
  get(channel: Channel): Promise<Found>;
  /** Safely kept when it resolves. An empty one forgets. Rejects with `AppError` when the keychain refuses. */
  set(channel: Channel, secret: string): Promise<void>;
  /** Forgets those of channels that are there no more. */
  keepOnly(ids: readonly string[]): Promise<void>;
}

/**
 * What is in the file. `to` is where the secret may be sent: a channel that was pointed elsewhere does not take it along.
 */
const fileSchema = z.object({
  version: z.literal(1),
  secrets: z.record(z.string(), z.object({ to: z.string(), sealed: z.boolean(), value: z.string() })),
});

type Secrets = z.infer<typeof fileSchema>['secrets'];

/** Keeps them in `file`, which is for the owner's eyes, sealed where there is a sealer. */
export function createSecretStore(file: KeptFile, place: 'file' | 'memory', sealer?: Sealer): SecretStore {
  return new FileSecrets(file, place, sealer);
}

class FileSecrets implements SecretStore {
  readonly #file: KeptFile;
  readonly #sealer: Sealer | undefined;
  readonly place: SecretPlace;
  readonly problem: Problem | undefined;
  #secrets: Secrets = {};
  /** Sealed ones that could not be opened, and why. */
  readonly #closed = new Map<string, Closed>();

  constructor(file: KeptFile, place: SecretPlace, sealer: Sealer | undefined) {
    this.#file = file;
    this.#sealer = sealer;
    this.place = sealer?.place ?? place;
    try {
      const content = file.load();
      if (content !== undefined) this.#secrets = fileSchema.parse(content).secrets;
    } catch (thrown) {
      const why = thrown instanceof z.ZodError ? say('notify.file.misfit') : toErrorValue(thrown).message;
      this.problem = { id: 'secrets-damaged', message: say('notify.file.secrets', { why }) };
    }
  }

  has(channel: Channel): boolean {
    return this.#kept(channel) !== undefined && this.closed(channel) === undefined;
  }

  closed(channel: Channel): Closed | undefined {
    const kept = this.#kept(channel);
    if (kept?.sealed !== true) return undefined;
    return this.#sealer === undefined ? 'another' : this.#closed.get(kept.value);
  }

  async get(channel: Channel): Promise<Found> {
    const kept = this.#kept(channel);
    if (kept === undefined) return {};
    if (!kept.sealed) return { secret: kept.value };
    const opened = await this.#open(kept.value);
    if (opened.closed === undefined) this.#closed.delete(kept.value);
    else this.#closed.set(kept.value, opened.closed);
    return opened;
  }

  async #open(sealed: string): Promise<Found> {
    // Only the desktop program reaches the keychain in which it has sealed it.
    if (this.#sealer === undefined) return { closed: 'another' };
    try {
      return { secret: await this.#sealer.open(sealed) };
    } catch {
      return { closed: (await this.#sealer.available()) ? 'another' : 'locked' };
    }
  }

  #kept(channel: Channel): Secrets[string] | undefined {
    const kept = this.#secrets[channel.id];
    return kept?.to === destinationOf(channel) ? kept : undefined;
  }

  async set(channel: Channel, secret: string): Promise<void> {
    const value = secret === '' ? undefined : await this.#sealed(secret);
    const { [channel.id]: _before, ...others } = this.#secrets;
    const kept = { to: destinationOf(channel), sealed: this.#sealer !== undefined };
    this.#secrets = value === undefined ? others : { ...others, [channel.id]: { ...kept, value } };
    await this.#keep();
  }

  async #sealed(secret: string): Promise<string> {
    try {
      return this.#sealer === undefined ? secret : await this.#sealer.seal(secret);
    } catch (thrown) {
      const message =
        (await this.#sealer?.available()) === true
          ? say('notify.file.keychain', { why: toErrorValue(thrown).message })
          : say('notify.file.keychainLocked');
      throw new AppError('refused', message, { cause: thrown });
    }
  }

  async keepOnly(ids: readonly string[]): Promise<void> {
    const kept = Object.entries(this.#secrets).filter(([id]) => ids.includes(id));
    if (kept.length === Object.keys(this.#secrets).length) return;
    this.#secrets = Object.fromEntries(kept);
    await this.#keep();
  }

  async #keep(): Promise<void> {
    await this.#file.save({ version: 1, secrets: this.#secrets });
  }
}

/** To whom a secret of this channel is shown when it is used. */
export function destinationOf(channel: Channel): string {
  switch (channel.kind) {
    case 'email':
      return `smtp://${channel.user}@${channel.host}:${channel.port} ${channel.security}`;
    case 'webhook':
      return `${new URL(channel.url).origin} ${channel.auth}`;
    case 'ntfy':
    case 'telegram':
      return new URL(channel.server).origin;
    case 'desktop':
      return '';
  }
}
