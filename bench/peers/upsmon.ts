/** NUT's monitor, told to leave a mark the moment it knows that mains is gone. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProgram } from '../../test/peers/harness.ts';

/** A running monitor. */
export interface Upsmon {
  /** Resolves with the moment (milliseconds since 1970) of the next notification after `since`; throws when none comes. */
  readonly notified: (address: string, kind: 'ONBATT' | 'ONLINE', since: number) => Promise<number>;
  /** Its processes: with `-p` one only. */
  readonly pids: readonly number[];
  readonly close: () => Promise<void>;
}

const PATIENCE_MS = 40_000;

/**
 * Starts upsmon on UPSes that upsd serves: one for all, because a machine can run no second. It asks every
 * `pollSeconds`; NUT's default is 5.
 */
export function startUpsmon(addresses: readonly string[], pollSeconds: number): Upsmon {
  const program = findProgram('upsmon');
  if (program === undefined) throw new Error('upsmon is not installed: install nut-client.');
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-upsmon-'));
  const marks = join(folder, 'marks');
  const notify = join(folder, 'notify');
  writeFileSync(marks, '');
  writeFileSync(notify, `#!/bin/sh\necho "$UPSNAME $NOTIFYTYPE $(date +%s%3N)" >> ${marks}\n`, { mode: 0o755 });
  writeFileSync(
    join(folder, 'upsmon.conf'),
    [
      ...addresses.map((address) => `MONITOR ${address} 1 tester tester secondary`),
      'MINSUPPLIES 0',
      'SHUTDOWNCMD "/bin/true"',
      `NOTIFYCMD ${notify}`,
      `POLLFREQ ${pollSeconds}`,
      `POLLFREQALERT ${pollSeconds}`,
      'NOTIFYFLAG ONBATT EXEC',
      'NOTIFYFLAG ONLINE EXEC',
      'RUN_AS_USER root',
      '',
    ].join('\n'),
    { mode: 0o600 },
  );
  const environment = { ...process.env, NUT_CONFPATH: folder, NUT_STATEPATH: folder, NUT_ALTPIDPATH: folder };
  const child: ChildProcess = spawn(program, ['-F', '-p', '-u', 'root'], { env: environment, stdio: 'ignore' });
  return {
    pids: child.pid === undefined ? [] : [child.pid],
    notified: async (address, kind, since) => {
      const deadline = Date.now() + PATIENCE_MS;
      while (Date.now() < deadline) {
        const times = [...readFileSync(marks, 'utf8').matchAll(/^(\S+) (\w+) (\d+)$/gm)]
          .filter(([, name, what, time]) => name === address && what === kind && Number(time) >= since)
          .map(([, , , time]) => Number(time));
        if (times[0] !== undefined) return times[0];
        await sleep(20);
      }
      throw new Error(`upsmon did not notify ${kind} of ${address} in time.`);
    },
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        await gone;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
