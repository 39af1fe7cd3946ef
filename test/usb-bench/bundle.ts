/** The programs that run in the machine: the agent, and the product's own command line, each with all it needs. */
import { join } from 'node:path';
import { build } from 'vite';
import { NATIVE } from './artifacts.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Bundles both into a folder. Packages with native parts stay outside; the machine has them. */
export async function bundlePrograms(folder: string): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: [...NATIVE] },
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: {
          agent: join(import.meta.dirname, 'guest/agent.ts'),
          mainstay: join(ROOT, 'src-main/hosts/cli/main.ts'),
        },
        // Packages written for CommonJS name their own file; the product's own build gives them the same.
        output: { format: 'esm', banner: 'const __filename = import.meta.filename;' },
      },
    },
  });
}
