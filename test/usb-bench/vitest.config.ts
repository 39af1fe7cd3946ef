/** `npm run test:usb`: USB devices in a virtual machine. One file after the other, since each boots one. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'usb',
    environment: 'node',
    include: ['test/usb-bench/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
