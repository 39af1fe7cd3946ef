import { expect, it } from 'vitest';
import type { Candidate } from '../../src-shared/contract/index.ts';
import { play } from './stage.tsx';

const found = (uri: string, confidence: Candidate['confidence']): Candidate => ({
  uri,
  title: uri,
  transport: 'serial',
  confidence,
  detail: 'It answers.',
  known: false,
});

it('offers what is surely a UPS before what may be something else, and says where it looked line by line', async () => {
  const { page } = await play('/devices', {
    answers: {
      'devices.scan': () => ({
        candidates: [
          found('serial:/dev/a', 'possible'),
          found('serial:/dev/b', 'certain'),
          found('serial:/dev/c', 'likely'),
        ],
        looked: ['Serial ports: /dev/a, /dev/b, /dev/c', 'USB HID: no UPS is plugged in'],
      }),
    },
  });
  await page.getByRole('button', { name: 'Look for UPSes' }).click();
  const add = page.getByRole('button', { name: /^Add: serial/u });
  await expect
    .poll(() => add.elements().map((button) => button.getAttribute('aria-label')))
    .toEqual(['Add: serial:/dev/b', 'Add: serial:/dev/c', 'Add: serial:/dev/a']);
  await expect
    .element(page.getByRole('listitem').filter({ hasText: /^USB HID: no UPS is plugged in$/u }))
    .toBeVisible();
});
