/** The cards that drills left: kept in a file, the latest first. */
import { z } from 'zod';
import { type Drill, drillSchema } from '../../../../src-shared/contract/index.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { KeptFile } from '../../base/kept-file.ts';

/** What is in the file. */
const fileSchema = z.object({ version: z.literal(1), cards: z.array(drillSchema) });

/** More than anyone looks at; the oldest go first. */
const MOST = 200;

/** The cards in memory, and in the file behind it. */
export class Cards {
  readonly #file: KeptFile;
  #cards: readonly Drill[] = [];
  /** They are not on disk as they are. */
  #owed = false;
  /** Why cards that were there before cannot be read; nothing is written over them then. */
  readonly problem: string | undefined;

  constructor(file: KeptFile) {
    this.#file = file;
    try {
      const content = file.load();
      if (content !== undefined) this.#cards = fileSchema.parse(content).cards;
    } catch (thrown) {
      const why = thrown instanceof z.ZodError ? say('drilled.misfit') : String(thrown);
      this.problem = say('drilled.unreadable', { why });
    }
  }

  all(): readonly Drill[] {
    return this.#cards;
  }

  async add(card: Drill): Promise<void> {
    await this.#keep([card, ...this.#cards].slice(0, MOST));
  }

  async remove(id: string): Promise<boolean> {
    const rest = this.#cards.filter((card) => card.id !== id);
    if (rest.length === this.#cards.length) return false;
    await this.#keep(rest);
    return true;
  }

  /** Tries again what could not be written; it stays owed where that fails again. */
  async mend(): Promise<void> {
    if (this.#owed) await this.#keep(this.#cards).catch(() => undefined);
  }

  async #keep(cards: readonly Drill[]): Promise<void> {
    this.#cards = cards;
    if (this.problem !== undefined) return;
    this.#owed = true;
    await this.#file.save({ version: 1, cards });
    this.#owed = false;
  }
}

/**
 * When the drill is due again: so many months after the last one that passed. Undefined without such a one, or when
 * nothing is to remind of it.
 */
export function dueAt(cards: readonly Drill[], months: number): number | undefined {
  const passed = cards.find(({ verdict }) => verdict === 'passed');
  if (passed === undefined || months === 0) return undefined;
  const due = new Date(passed.endedAt ?? passed.startedAt);
  const day = due.getDate();
  due.setMonth(due.getMonth() + months);
  // The 31st of a month without one would run over into the next.
  if (due.getDate() !== day) due.setDate(0);
  return due.getTime();
}
