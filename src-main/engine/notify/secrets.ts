/** Passwords and tokens of channels: kept apart from the settings, and never told to anyone but the other side. */
import { z } from 'zod';
import type { SecretPlace } from '../../../src-shared/contract/index.ts';
import { AppError, toErrorValue } from '../../../src-shared/errors.ts';
import type { Channel } from '../../../src-shared/settings-notifications.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { KeptFile } from '../kept-file.ts';
import type { Problem } from '../parts.ts';

/** What makes a secret unreadable in its file: the keychain of the system, where a host has one. */
export interface Sealer {
  readonly place: SecretPlace;
  /** The secret as text that only this account on this computer can open. Rejects when the keychain refuses. */
  seal(secret: string): Promise<string>;
  /** Rejects when it was sealed elsewhere, or when the keychain refuses. */
  open(sealed: string): Promise<string>;
}

/** The secrets of all channels. */
export interface SecretStore {
  readonly place: SecretPlace;
  readonly problem: Problem | undefined;
  /** Whether there is one for this address of the channel; the keychain is not asked for that. */
  has(channel: Channel): boolean;
  /** Undefined where there is none, or none that can be opened here. Never rejects. */
  get(channel: Channel): Promise<string | undefined>;
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
  /** Sealed ones that could not be opened. */
  readonly #closed = new Set<string>();

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
    const kept = this.#secrets[channel.id];
    if (kept === undefined || kept.to !== destinationOf(channel)) return false;
    return !kept.sealed || (this.#sealer !== undefined && !this.#closed.has(kept.value));
  }

  async get(channel: Channel): Promise<string | undefined> {
    const kept = this.#secrets[channel.id];
    if (kept === undefined || kept.to !== destinationOf(channel)) return undefined;
    if (!kept.sealed) return kept.value;
    try {
      const secret = await this.#sealer?.open(kept.value);
      this.#closed.delete(kept.value);
      return secret;
    } catch {
      // Sealed by another account or on another computer: it is as if there were none, and has to be given anew.
      this.#closed.add(kept.value);
      return undefined;
    }
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
      const why = toErrorValue(thrown).message;
      throw new AppError('refused', say('notify.file.keychain', { why }), { cause: thrown });
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
