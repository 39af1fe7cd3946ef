/** NUT in the guest: proves the bench with a program that none of us wrote, and is the yardstick. */
import { beforeAll, describe, expect, it } from 'vitest';
import { GuestFiles } from './files.ts';
import { type Machine, startMachine } from './machine.ts';
import { addNut, NUT_DELAYS } from './nut.ts';
import { passOutage, tell } from './outage.ts';

const READS_UPS = 'upsc ups@localhost ups.status 2>/dev/null | grep -w OL';

describe('a guest that NUT protects', () => {
  let machine: Machine;

  beforeAll(async () => {
    const files = await GuestFiles.create();
    await addNut(files);
    machine = await startMachine(files);
    await files.remove();
    return () => machine.close();
  });

  it('starts, and its agent runs what it is told', async () => {
    await machine.booted();
    const { code, out, error } = await machine.run('echo said; echo complained >&2; exit 3');
    expect({ code, out, error }).toEqual({ code: 3, out: 'said\n', error: 'complained\n' });
  });

  it('goes down on a low battery, is cut off by the UPS and starts again with mains', async () => {
    const { timeline } = machine;
    await machine.until(READS_UPS, 60);
    const steps = await passOutage(machine, {
      detected: () => timeline.wait('console', /UPS ups@localhost on battery/u, 30_000),
      mainsBack: 'after the cut',
    });
    tell('NUT: low battery, power cycle', timeline, steps);
    // Nothing was cut off that still ran, and the UPS was told by the hook, when no disk could be written any more.
    expect(timeline.all('power', /./u).map(({ text }) => text)).toEqual([
      'guest starts',
      'guest off by itself',
      'cut from a guest that is off',
      'guest starts',
    ]);
    const unmounted = timeline.find('console', /All filesystems unmounted/u)?.at;
    expect(timeline.find('wire', /^S\.2R0001$/u)?.at).toBeGreaterThan(unmounted ?? Number.NaN);
    expect(steps['guest off -> output off']).toBeLessThan(NUT_DELAYS.off);
  });
});
