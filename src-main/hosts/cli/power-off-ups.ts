/**
 * `mainstay power-off-ups`: what the late shutdown hook runs. File systems are unmounted or read-only by then, there is no
 * network, no D-Bus, no log; /run, /dev and /sys are there. So it opens each UPS directly, writes nothing, and says what
 * it does on the console.
 */
import { flagFile, readFlag } from '../../engine/protection/act/flag.ts';
import { tellUps } from '../../engine/protection/act/tell-ups.ts';
import { systemBoot } from '../../engine/base/boot-clock.ts';
import { systemClock } from '../../engine/base/clock.ts';
import { redactUri } from '../../../src-shared/address/redact.ts';
import { EXIT, fail, print, say } from './output.ts';

/** The options of the command. */
export interface PowerOffOptions {
  /** Find out and say what would be told, and tell nothing. */
  readonly check?: boolean;
}

/** systemd gives all hooks together 90 seconds; this many attempts of so many milliseconds are well within. */
const ATTEMPTS = 3;
const LIMIT = 8000;

/**
 * Tells every UPS that the flag names, all at the same time. Whether mains is there again makes no difference: the computer
 * is going down, and only a cut brings it back. Resolves with the exit code: done when every UPS took it.
 */
export async function powerOffUps({ check = false }: PowerOffOptions): Promise<number> {
  try {
    const boot = systemBoot();
    const flag = readFlag(flagFile(), { boot: boot.mark, steady: boot.steady() });
    const told = await Promise.all(
      flag.devices.map(async ({ name, uri, values }) => {
        const { startAt } = flag;
        const { done, message } = await tellUps(uri, {
          clock: systemClock,
          values,
          ...(startAt === undefined ? {} : { startAt }),
          check,
          attempts: check ? 1 : ATTEMPTS,
          limitMs: LIMIT,
        });
        if (done) print(`${name}: ${message}`);
        else say(`mainstay: ${name} (${redactUri(uri)}) was not told to cut its output: ${message}`);
        return done;
      }),
    );
    return told.every(Boolean) ? EXIT.done : EXIT.noAnswer;
  } catch (thrown) {
    return fail(thrown);
  }
}
