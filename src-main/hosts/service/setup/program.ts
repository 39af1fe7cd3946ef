/** Which program the service is to run: the one that was asked to install it. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../../../src-shared/errors.ts';
import { productFolder } from '../../screens.ts';
import type { ProgramWords } from './plan.ts';

/** The part of a process that tells. */
export interface RunningProgram {
  readonly execPath: string;
  /** The script of the command line. */
  readonly script: string;
  /** Set where Electron's own Node runs it: the installed program. */
  readonly electron: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly product: string;
}

/** This process, as it runs. */
export function runningProgram(): RunningProgram {
  return {
    execPath: process.execPath,
    script: process.argv[1] ?? '',
    electron: process.versions['electron'],
    env: process.env,
    product: productFolder(),
  };
}

/** How to start the same again. Throws `AppError` where that cannot last. */
export function programWords({ execPath, script, electron, env, product }: RunningProgram): ProgramWords {
  if (env['APPIMAGE'] !== undefined) {
    throw new AppError(
      'refused',
      'An AppImage unpacks itself anew for each session, so a service of the system has nothing lasting to run. Install the package of your system (.deb), or run this from a checkout.',
    );
  }
  return {
    words: [execPath, script],
    env: electron === undefined ? {} : { ELECTRON_RUN_AS_NODE: '1' },
    // An archive of Electron counts as a folder only inside of Electron.
    folder: product.endsWith('.asar') ? dirname(dirname(product)) : product,
  };
}

/** The folder of the shipped files of a platform: of the checkout, or beside the archive of the installed program. */
export function assetFolder(product: string, platform: 'linux' | 'mac' | 'windows'): string {
  const own = join(product, 'assets', platform);
  return existsSync(own) ? own : join(dirname(product), platform);
}
