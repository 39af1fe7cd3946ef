import { expect, it, vi } from 'vitest';
import { Attention } from '../../../src-main/engine/state/attention.ts';

it('is there while anybody looks, and tells when it begins', () => {
  const began = vi.fn<() => void>();
  const attention = new Attention(began);
  expect(attention.here).toBe(false);
  const [one, other] = [attention.look(), attention.look()];
  expect(attention.here).toBe(true);
  expect(began).toHaveBeenCalledTimes(1);
  one();
  // Looking away twice is no looking away of somebody else.
  one();
  expect(attention.here).toBe(true);
  other();
  expect(attention.here).toBe(false);
  attention.look();
  expect(began).toHaveBeenCalledTimes(2);
});
