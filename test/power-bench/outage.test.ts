/**
 * Real outages on a real machine: once with NUT, which proves the bench with a program that none of us wrote and is the
 * yardstick, and with Mainstay. The cases of a machine are chapters of its life.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GuestFiles } from './files.ts';
import { type Machine, startMachine } from './machine.ts';
import { addNut } from './nut.ts';
import { passOutage, sideBySide, type Steps, tell } from './outage.ts';
import { addMainstay, connectService, installService, type Service } from './product.ts';

const results: Record<string, Steps> = {};
afterAll(() => console.log(sideBySide(results)));

/** What a machine's power goes through in one outage that ends well: nothing is cut off while it runs. */
const POWER_CYCLE = ['guest off by itself', 'cut from a guest that is off', 'guest starts'];

function power({ timeline }: Machine, after: number): readonly string[] {
  return timeline.all('power', after).map(({ text }) => text);
}

/** Whether the last order to the UPS came when nothing could be written any more. */
function toldLast({ timeline }: Machine, after: number): boolean {
  const unmounted = timeline.find('console', /systemd-shutdown\[1\]: All filesystems unmounted/u, after);
  const told = timeline.find('wire', /^S/u, after);
  return unmounted !== undefined && told !== undefined && told.at > unmounted.at;
}

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
    await machine.until('upsc ups@localhost ups.status 2>/dev/null | grep -w OL', 60);
    const began = timeline.now();
    const steps = await passOutage(machine, {
      detected: () => timeline.wait('console', /UPS ups@localhost on battery/u, 60_000, began),
      mainsBack: 'after the cut',
    });
    results['NUT'] = steps;
    tell('NUT: low battery, power cycle', timeline, steps);
    expect(power(machine, began)).toEqual(POWER_CYCLE);
    expect(toldLast(machine, began)).toBe(true);
    expect(timeline.find('wire', /^S\.5R0003$/u, began)).toBeDefined();
    expect(steps['guest off -> output off']).toBeLessThan(30);
  });
});

/** Where the person's own command leaves its mark: in the one folder that the service may write to. */
const MARK = '/var/lib/mainstay/own-command.txt';
const OWN_COMMAND = '/usr/local/bin/save-work';
const OFF = { level: 'off' } as const;
/** As NUT's: only the UPS's own word counts, and five seconds are left to save what is open. */
const PROTECTION = {
  mode: 'armed',
  triggers: {
    timeOnBattery: { ...OFF, seconds: 600 },
    charge: { ...OFF, percent: 30 },
    runtime: { ...OFF, seconds: 600 },
    lowBattery: { level: 'act' },
  },
  countdownSeconds: 5,
  ownCommand: { enabled: true, program: OWN_COMMAND, arguments: ['two words'], timeoutSeconds: 10 },
};
const DEVICES = [{ id: 'ups', uri: 'serial:/dev/ttyS1?driver=megatec', nickname: 'Bench' }];

describe('a guest that Mainstay protects', () => {
  let machine: Machine;
  let service: Service;
  beforeAll(async () => {
    const files = await GuestFiles.create();
    await addMainstay(files, { devices: DEVICES, demo: false, protection: PROTECTION });
    await files.write(OWN_COMMAND, `#!/bin/sh\necho "$1, $MAINSTAY_MODE, $MAINSTAY_TRIGGER" >>${MARK}\n`, 0o755);
    machine = await startMachine(files);
    await files.remove();
    return () => machine.close();
  });

  it('has the service, installed by its own command; it reads the UPS and finds nothing amiss', async () => {
    await machine.booted();
    await installService(machine);
    service = await connectService(machine);
    await expect
      .poll(async () => (await service.state()).devices['ups'], { timeout: 60_000 })
      .toMatchObject({
        link: 'live',
        values: { 'ups.status': 'OL' },
      });
    const { mode, powerCycle } = (await service.state()).protection;
    expect({ mode, powerCycle }).toMatchObject({ mode: 'armed', powerCycle: [{ device: 'ups', can: true }] });
    // Asked again where it fails: on a busy machine the guest's own services may not have answered in time yet.
    const failed = async (): Promise<readonly string[]> => {
      const { checks } = await service.call('protection.preflight', {});
      return checks.filter(({ verdict }) => verdict === 'failed').map(({ message }) => message);
    };
    await expect.poll(failed, { timeout: 90_000, interval: 1000 }).toEqual([]);
  });

  it('goes down on a low battery, is cut off by the UPS and starts again with mains', async () => {
    const { timeline } = machine;
    const began = timeline.now();
    const steps = await passOutage(machine, {
      detected: () => timeline.wait('mainstay', /^mains-lost/u, 60_000, began),
      mainsBack: 'after the cut',
    });
    results['Mainstay'] = steps;
    tell('Mainstay: low battery, power cycle', timeline, steps);
    expect(power(machine, began)).toEqual(POWER_CYCLE);
    expect(toldLast(machine, began)).toBe(true);
  });

  it('reports the outage after that start', async () => {
    service = await connectService(machine);
    const { lastShutdown } = (await service.state()).protection;
    console.log(lastShutdown);
    expect(lastShutdown?.device).toBe('ups');
    expect(lastShutdown?.reason).toContain('battery is low');
    // It went down in seconds, and the UPS did as it was told, as far as this side can tell.
    expect(lastShutdown?.shutdownSeconds).toBeGreaterThanOrEqual(1);
    expect(lastShutdown?.shutdownSeconds).toBeLessThan(60);
    expect(lastShutdown?.upsCut).not.toBe('no');
    const { out } = await machine.run(`cat ${MARK}`);
    expect(out).toBe('two words, armed, lowBattery\n');
  });

  it('ends in a power cycle too when mains returns half-way', async () => {
    const { timeline } = machine;
    const began = timeline.now();
    const steps = await passOutage(machine, {
      detected: () => timeline.wait('mainstay', /^mains-lost/u, 60_000, began),
      mainsBack: 'half-way',
    });
    results['mains back'] = steps;
    tell('Mainstay: mains back half-way', timeline, steps, began);
    expect(power(machine, began)).toEqual(POWER_CYCLE);
    expect(toldLast(machine, began)).toBe(true);
  });

  it('ends in a power cycle too when it is killed in the countdown', async () => {
    const { timeline } = machine;
    await connectService(machine);
    const began = timeline.now();
    const steps = await passOutage(machine, {
      detected: () => timeline.wait('mainstay', /^mains-lost/u, 60_000, began),
      meanwhile: async () => {
        await timeline.wait('mainstay', /^countdown-started/u, 60_000, began);
        timeline.note('bench', 'the service is killed');
        await machine.run('systemctl kill --signal=KILL --kill-whom=main mainstay.service');
      },
      mainsBack: 'after the cut',
    });
    results['killed'] = steps;
    tell('Mainstay: killed in the countdown', timeline, steps, began);
    expect(power(machine, began)).toEqual(POWER_CYCLE);
    expect(toldLast(machine, began)).toBe(true);
  });
});
