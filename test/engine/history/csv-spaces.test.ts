import { expect, it } from 'vitest';
import { eventCsv } from '../../../src-main/engine/history/csv.ts';

it('the text of an event has plain spaces in a file, which other programs read', () => {
  const text = eventCsv([
    {
      id: 1,
      time: 0,
      kind: 'low-battery',
      severity: 'warning',
      text: 'Charge 30\u00a0%, 5\u202f000\u00a0W.',
      data: {},
      acknowledged: false,
    },
  ]);
  expect(text).toContain('"Charge 30 %, 5 000 W."');
});
