/** Where events come together: numbered and kept by history, then told to whoever listens. */
import type { EngineEvent } from '../../../src-shared/contract/index.ts';
import type { HistoryStore, NewEvent } from '../base/parts.ts';

/** One source of events for the whole engine. */
export class EventHub {
  readonly #history: HistoryStore;
  readonly #listeners = new Set<(event: EngineEvent) => void>();

  constructor(history: HistoryStore) {
    this.#history = history;
  }

  /** Keeps the event and tells everyone. */
  emit(event: NewEvent): void {
    const kept = this.#history.event(event);
    for (const listener of this.#listeners) listener(kept);
  }

  /** Returns how to stop listening. */
  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
