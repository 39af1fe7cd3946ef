import { describe, expect, it } from 'vitest';
import { Cards, dueAt } from '../../../../src-main/engine/protection/drill/cards.ts';
import type { KeptFile } from '../../../../src-main/engine/base/kept-file.ts';
import { cardPage } from '../../../../src-main/engine/protection/drill/page.ts';
import type { Drill } from '../../../../src-shared/contract/index.ts';

const card = (id: string, more: Partial<Drill> = {}): Drill => ({
  id,
  device: 'ups',
  deviceName: 'Desk UPS',
  startedAt: Date.UTC(2026, 7, 31, 12),
  endedAt: Date.UTC(2026, 7, 31, 12, 2),
  verdict: 'passed',
  steps: [],
  ...more,
});

function memoryFile(content?: unknown): KeptFile & { saved: unknown[] } {
  const saved: unknown[] = [];
  return {
    saved,
    load: () => content,
    save: async (next) => {
      saved.push(next);
    },
  };
}

describe('the cards', () => {
  it('are kept with the latest first, and read again', async () => {
    const file = memoryFile();
    const cards = new Cards(file);
    await cards.add(card('a'));
    await cards.add(card('b'));
    expect(new Cards(memoryFile(file.saved.at(-1))).all().map(({ id }) => id)).toEqual(['b', 'a']);
    await expect(cards.remove('nothing')).resolves.toBe(false);
    await expect(cards.remove('b')).resolves.toBe(true);
    expect(cards.all().map(({ id }) => id)).toEqual(['a']);
  });

  it('that cannot be read are not written over', async () => {
    const file = memoryFile({ version: 1, cards: [{ id: 3 }] });
    const cards = new Cards(file);
    expect(cards.problem).toContain('cannot be read');
    await cards.add(card('a'));
    expect([cards.all().length, file.saved]).toEqual([1, []]);
  });
});

describe('the reminder', () => {
  it('comes so many months after the last one that passed, never on a day that a month has not', () => {
    const failed = card('b', { verdict: 'failed' });
    const due = new Date(dueAt([failed, card('a')], 6) ?? 0);
    expect([due.getFullYear(), due.getMonth(), due.getDate()]).toEqual([2027, 1, 28]);
  });

  it('does not come without a drill that passed, nor when it is switched off', () => {
    expect(dueAt([card('a', { verdict: 'abandoned' })], 6)).toBeUndefined();
    expect(dueAt([card('a')], 0)).toBeUndefined();
  });
});

describe('the page of a card', () => {
  it('holds every step, and no markup from a name', () => {
    const steps: Drill['steps'] = [{ id: 'unplug', verdict: 'passed', seconds: 3.2, message: 'Seen <at> once.' }];
    const { name, text } = cardPage(card('a', { deviceName: '<b>UPS</b>', steps }));
    expect(name).toBe('mainstay-drill-2026-08-31.html');
    expect(text).toContain('<td>Plug pulled</td><td>passed</td><td>3.2\u00a0s</td><td>Seen &lt;at&gt; once.</td>');
    expect(text).toContain('&lt;b&gt;UPS&lt;/b&gt;');
    expect(text).not.toContain('<b>');
  });
});
