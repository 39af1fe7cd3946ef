/** `npm run test:captures`: recordings of real devices that lie beside the checkout and are no part of the product. */
import { defineConfig } from 'vitest/config';
import { SLOW } from '../../vitest.config.ts';

export default defineConfig({
  test: {
    name: 'captures',
    environment: 'node',
    include: ['test/captures/**/*.test.ts', ...SLOW],
  },
});
