/** One build for the three parts: the main process (with the engine), the preload script and the screens. */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

export default defineConfig({
  main: {
    // Without the half that starts threads, which is of no use in a bundle.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      outDir: 'out/main',
      // One file is read faster than hundreds, and starting is what people wait for; native packages stay as they are.
      externalizeDeps: {
        exclude: ['zod', 'ws', 'sirv', 'csv-stringify', 'write-file-atomic', 'commander', 'i18next', 'fflate'],
      },
      // The command line stands beside the desktop program: installed copies have no sources to run.
      rolldownOptions: {
        input: { main: resolve('src-main/hosts/electron/main.ts'), cli: resolve('src-main/hosts/cli/main.ts') },
        output: {
          // A fifth of what would have to be read at each start.
          comments: false,
          // Modules of the other kind are read one by one, each waiting behind what the window needs of this thread.
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunks/[name]-[hash].cjs',
          codeSplitting: {
            // What the window needs, apart from all that is read once it is open.
            groups: [{ name: 'first', test: /src-shared.(errors|nut.spaces)|hosts.(screens|data-folder)/ }],
          },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      // A sandboxed preload script cannot be a module.
      rolldownOptions: { input: resolve('src-main/hosts/electron/preload/preload.ts'), output: { format: 'cjs' } },
    },
  },
  renderer: {
    root: 'src-renderer',
    // The same files are opened from the disk by the window and served over HTTP to browsers.
    base: './',
    plugins: [react()],
    build: {
      outDir: resolve('out/renderer'),
      emptyOutDir: true,
      minify: true,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: resolve('src-renderer/index.html') },
    },
  },
});
