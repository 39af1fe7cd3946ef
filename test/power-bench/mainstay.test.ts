/** Mainstay in the guest, installed as a service by its own command: a real outage with a real shutdown. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../src-shared/contract/index.ts';
import { GuestFiles } from './files.ts';
import { type Machine, startMachine } from './machine.ts';
import { passOutage, tell } from './outage.ts';
import { addMainstay, connectService, installService } from './product.ts';

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
};
const DEVICES = [{ id: 'ups', uri: 'serial:/dev/ttyS1?driver=megatec', nickname: 'Bench' }];

describe('a guest that Mainstay protects', () => {
  let machine: Machine;
  let service: Client;

  beforeAll(async () => {
    const files = await GuestFiles.create();
    await addMainstay(files, { devices: DEVICES, demo: false, protection: PROTECTION });
    machine = await startMachine(files);
    await files.remove();
    return () => machine.close();
  });

  it('has the service, installed by its own command, and the service reads the UPS', async () => {
    await machine.booted();
    console.log(await installService(machine));
    service = await connectService(machine);
    console.log(await service.call('settings.get', {}));
  });

  it('goes down on a low battery, is cut off by the UPS and starts again with mains', async () => {
    const { timeline } = machine;
    const steps = await passOutage(machine, {
      detected: () => timeline.wait('mainstay', /^mains-lost/u, 30_000),
      mainsBack: 'after the cut',
    });
    tell('Mainstay: low battery, power cycle', timeline, steps);
    expect(timeline.all('power', /./u).map(({ text }) => text)).toEqual([
      'guest starts',
      'guest off by itself',
      'cut from a guest that is off',
      'guest starts',
    ]);
  });
});
