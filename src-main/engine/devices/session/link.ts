/** How the engine stands with one device, and when it last heard of it. */
import type { Link } from '../../../../src-shared/contract/index.ts';
import type { ErrorValue } from '../../../../src-shared/errors.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { Clock } from '../../base/clock.ts';

/** The state of the connection, as clients see it. `since` and `readAt` are milliseconds since 1970. */
export interface LinkView {
  readonly link: Link;
  /** Why it is not live: what happened, what it means, what to do. */
  readonly message?: string;
  readonly since: number;
  readonly readAt?: number;
}

/** Limits in milliseconds without a good reading. */
export interface Freshness {
  readonly stale: number;
  readonly lost: number;
}

/** Goes stale and lost by itself while no readings come; the session reports everything else. */
export class LinkWatch {
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #onLost: () => void;
  #view: LinkView;
  #timer: (() => void) | null = null;

  /** `onLost` is called when a live device has been silent for too long. */
  constructor(clock: Clock, changed: () => void, onLost: () => void) {
    this.#clock = clock;
    this.#changed = changed;
    this.#onLost = onLost;
    this.#view = { link: 'connecting', since: clock.now() };
  }

  view(): LinkView {
    return this.#view;
  }

  /** A good reading came. */
  fresh(limits: Freshness): void {
    this.#disarm();
    this.#view = { ...this.#moved('live'), readAt: this.#clock.now() };
    this.#timer = this.#clock.after(limits.stale, () => this.#goStale(limits));
    this.#changed();
  }

  /** The connection is not live, for this reason. */
  down(link: Exclude<Link, 'live' | 'stale'>, message: string): void {
    this.#disarm();
    if (this.#view.link === link && this.#view.message === message) return;
    this.#view = this.#moved(link, message);
    this.#changed();
  }

  stop(): void {
    this.#disarm();
  }

  #goStale(limits: Freshness): void {
    const seconds = Math.round(limits.stale / 1000);
    const message = say('session.stale', { seconds });
    this.#view = this.#moved('stale', message);
    this.#timer = this.#clock.after(limits.lost - limits.stale, () => this.#onLost());
    this.#changed();
  }

  #moved(link: Link, message?: string): LinkView {
    const { since, readAt, link: before } = this.#view;
    return {
      link,
      since: before === link ? since : this.#clock.now(),
      ...(message === undefined ? {} : { message }),
      ...(readAt === undefined ? {} : { readAt }),
    };
  }

  #disarm(): void {
    this.#timer?.();
    this.#timer = null;
  }
}

/** What the failure to open a port means for the link. */
export function linkOfError(error: ErrorValue): 'denied' | 'in-use' | 'lost' {
  if (error.code === 'permission-denied') return 'denied';
  return error.code === 'in-use' ? 'in-use' : 'lost';
}
