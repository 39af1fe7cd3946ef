/** NUT's apcsmart and our driver, reading, commanding and setting the same simulated UPS over the same wire. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { driver } from '../../drivers/apcsmart/index.ts';
import { openDevice } from '../../src-main/hosts/cli/one-device.ts';
import type { CommandName, VarName } from '../../src-shared/nut/index.ts';
import {
  createUpsModel,
  PROFILES,
  type UpsModel,
  type UpsProfile,
  type UpsState,
} from '../../src-shared/ups-model/index.ts';
import { Agreement } from './agreement.ts';
import { APCSMART_DIFFERENCES } from './apcsmart-explained.ts';
import { describeWithPrograms, dumpNut, type NutServer, type NutSettings, startNut } from './harness.ts';
import { type StreamWire, streamWire } from './stream-wire.ts';

interface Scenario {
  readonly name: string;
  readonly profile?: UpsProfile;
  readonly dialect?: string;
  readonly arrange: (ups: UpsModel) => void;
}

const onBattery = (ups: UpsModel) => {
  ups.world.mainsVoltage = 0;
  ups.advance(90);
};
const lowBattery = (ups: UpsModel) => {
  ups.force({ charge: 12 });
  onBattery(ups);
};
const nothing = () => undefined;
const online = PROFILES['online-rack'];
const dialect = 'older';

const SCENARIOS: readonly Scenario[] = [
  { name: 'on mains', arrange: nothing },
  { name: 'on mains, standby', profile: PROFILES['home-standby'], arrange: nothing },
  { name: 'on mains, on-line', profile: online, arrange: nothing },
  { name: 'on battery', arrange: onBattery },
  { name: 'on battery, on-line', profile: online, arrange: onBattery },
  { name: 'low battery', arrange: lowBattery },
  { name: 'charging', arrange: (ups) => ups.force({ charge: 40 }) },
  { name: 'overload', arrange: (ups) => ups.force({ load: 1.15 * ups.profile.nominalRealPower }) },
  { name: 'bypass', profile: online, arrange: (ups) => ups.setBypass(true) },
  { name: 'fault', arrange: (ups) => ups.force({ fault: true }) },
  { name: 'trim', arrange: (ups) => ups.force({ mainsVoltage: 262.4 }) },
  { name: 'boost', arrange: (ups) => ups.force({ mainsVoltage: 187.6 }) },
  { name: 'test', arrange: (ups) => ups.startTest('quick') },
  { name: 'test passed', arrange: (ups) => ups.force({ testResult: 'passed' }) },
  { name: 'calibration', arrange: (ups) => ups.startTest('calibration') },
  { name: 'replace battery', arrange: (ups) => ups.force({ replace: true, health: 0.3, testResult: 'failed' }) },
  { name: 'beeper off', arrange: (ups) => ups.setBeeper('disabled') },
  { name: 'shutdown pending', arrange: (ups) => ups.shutdown(120, { onIn: 180, returnWithMains: true }) },
  { name: 'output off', arrange: (ups) => ups.shutdown(0, { onIn: null, returnWithMains: false }) },
  {
    name: 'output off, battery low',
    arrange: (ups) => {
      ups.force({ charge: 5 });
      ups.shutdown(0, { onIn: null, returnWithMains: false });
    },
  },
  { name: 'second generation, on mains', dialect, arrange: nothing },
  { name: 'second generation, on battery', dialect, arrange: onBattery },
];

/** A command, the state that it needs, and what NUT's driver wants beside its name. */
interface Order {
  readonly name: CommandName;
  readonly what: string;
  readonly profile?: UpsProfile;
  readonly argument?: string;
  readonly arrange: (ups: UpsModel) => void;
  /** NUT wants to be told twice, three to fifteen seconds apart. */
  readonly nasty?: true;
  readonly ours: 'accepted' | 'sent';
}

const off = (ups: UpsModel) => {
  ups.shutdown(0, { onIn: null, returnWithMains: false });
  ups.advance(20);
};

const ORDERS: readonly Order[] = [
  { name: 'test.battery.start', what: '', arrange: nothing, ours: 'accepted' },
  { name: 'test.battery.stop', what: '', arrange: (ups) => ups.startTest('deep'), ours: 'accepted' },
  { name: 'test.failure.start', what: '', arrange: nothing, ours: 'accepted' },
  { name: 'calibrate.start', what: '', arrange: nothing, ours: 'accepted' },
  { name: 'calibrate.stop', what: '', arrange: (ups) => ups.startTest('calibration'), ours: 'accepted' },
  { name: 'bypass.start', what: '', profile: online, arrange: nothing, ours: 'accepted' },
  { name: 'bypass.stop', what: '', profile: online, arrange: (ups) => ups.setBypass(true), ours: 'accepted' },
  { name: 'load.on', what: '', arrange: off, ours: 'sent' },
  { name: 'load.off', what: '', arrange: nothing, nasty: true, ours: 'sent' },
  { name: 'shutdown.stayoff', what: '', arrange: nothing, nasty: true, ours: 'accepted' },
  { name: 'shutdown.return', what: 'on battery', arrange: onBattery, nasty: true, ours: 'accepted' },
  { name: 'shutdown.return', what: 'on mains', argument: 'at:0', arrange: nothing, nasty: true, ours: 'accepted' },
];
/** What NUT offers and cannot be seen in the model: lamps and a beep. */
const UNSEEN = ['test.panel.start'];

/** What a command may change, as far as it shows at the output, the timers and the test. */
function traces({ output, timers, test }: UpsState): unknown {
  return { on: output.on, source: output.source, timers, test: test.running, result: test.result };
}

/** Writes, how NUT says it, and what the device then answers to the key. */
const WRITES: readonly {
  readonly name: VarName;
  readonly ours: string;
  readonly nut: string;
  readonly key: string;
  readonly holds: string;
}[] = [
  { name: 'input.transfer.high', ours: '284', nut: '284', key: 'u', holds: '284' },
  { name: 'input.transfer.low', ours: '152', nut: '152', key: 'l', holds: '152' },
  { name: 'ups.delay.shutdown', ours: '180', nut: '180', key: 'p', holds: '180' },
  { name: 'ups.delay.start', ours: '60', nut: '060', key: 'r', holds: '060' },
  { name: 'battery.charge.restart', ours: '50', nut: '50', key: 'e', holds: '50' },
  { name: 'battery.runtime.low', ours: '300', nut: '300', key: 'q', holds: '05' },
  { name: 'input.sensitivity', ours: 'L', nut: 'L', key: 's', holds: 'L' },
  { name: 'battery.alarm.threshold', ours: 'N', nut: 'N', key: 'k', holds: 'N' },
  { name: 'ups.test.interval', ours: '604800', nut: '604800', key: 'E', holds: '168' },
  { name: 'ups.id', ours: 'RACK 7', nut: 'RACK 7', key: 'c', holds: 'RACK 7' },
  { name: 'battery.date', ours: '2026-11-29', nut: '11/29/26', key: 'x', holds: '11/29/26' },
];

const settings = (on: StreamWire): NutSettings => ({
  driver: 'apcsmart',
  port: on.path,
  options: { pollinterval: '1' },
});

describeWithPrograms('APC Smart', ['apcsmart', 'upsd', 'upscmd', 'upsrw', 'socat'], () => {
  const agreement = new Agreement(APCSMART_DIFFERENCES);
  let wire: StreamWire;
  beforeAll(async () => {
    wire = await streamWire(driver, createUpsModel());
  });
  afterAll(async () => {
    await wire.close();
  });

  describe('NUT reads what we read', () => {
    it.each(SCENARIOS)('$name', async ({ name, profile, dialect: generation, arrange }) => {
      const ups = createUpsModel(profile);
      arrange(ups);
      wire.connect(ups, generation);
      // An alert at the beginning is news to whoever happens to listen; how both take alerts is tested below.
      wire.ask('Y');
      wire.hush();
      const theirs = await dumpNut(settings(wire));
      const ours = await wire.read();
      expect(agreement.compare('apcsmart', name, ours.vars, theirs)).toBeGreaterThan(15);
    });

    it('with an alert in the middle of every answer', async () => {
      const ups = createUpsModel();
      const disturbed = await streamWire(driver, ups, withAlerts);
      try {
        const theirs = await dumpNut(settings(disturbed));
        const ours = await disturbed.read();
        expect(agreement.compare('apcsmart', 'alerts within answers', ours.vars, theirs)).toBeGreaterThan(25);
      } finally {
        await disturbed.close();
      }
    });
  });

  describe('what NUT orders and sets has the effect of ours', () => {
    let nut: NutServer;
    /** NUT locks its port, so our commands travel on a wire of their own. */
    let ownWire: StreamWire;
    beforeAll(async () => {
      // NUT asks only once what the device understands, and only this one has a bypass.
      wire.connect(createUpsModel(online));
      ownWire = await streamWire(driver, createUpsModel());
      nut = await startNut(settings(wire));
    });
    afterAll(async () => {
      await nut.close();
      await ownWire.close();
    });

    it('offers no command that ours lacks', async () => {
      const theirs = (await nut.commands()).filter((command) => !command.startsWith('driver.'));
      const names = [...new Set([...ORDERS.map(({ name }) => name), ...UNSEEN])];
      expect(theirs.toSorted()).toEqual(names.toSorted());
      expect((await ownWire.command('test.panel.start')).result).toBe('accepted');
    });

    it.each(ORDERS)('$name $what', async ({ name, profile, argument, arrange, nasty, ours: expected }) => {
      const prepared = (on: StreamWire) => {
        const ups = createUpsModel(profile);
        arrange(ups);
        on.connect(ups);
        // A device that was just connected is dumb until told to be smart, which NUT does only once.
        on.ask('Y');
        return { ups, before: traces(ups.state()) };
      };
      const theirs = prepared(wire);
      const obeyed = (): boolean => JSON.stringify(traces(theirs.ups.state())) !== JSON.stringify(theirs.before);
      await nut.command(name, argument);
      // NUT may want a second one, and soon. Where the machine is busy, that may come too late and count as the first, or
      // the pause that the UPS wants within a command may become too long.
      for (let times = 0; times < 3 && !(await comes(obeyed, nasty === true ? 4000 : 15_000)); times += 1) {
        await nut.command(name, argument);
      }
      await until(obeyed);
      const ours = prepared(ownWire);
      expect((await ownWire.command(name)).result).toBe(expected);
      // What has no acknowledgement may still be on its way.
      await until(() => JSON.stringify(traces(ours.ups.state())) !== JSON.stringify(ours.before));
      expect(traces(ours.ups.state())).toEqual(traces(theirs.ups.state()));
    });

    it.each(WRITES)('$name = $ours', async ({ name, ours, nut: theirs, key, holds }) => {
      for (const on of [wire, ownWire]) {
        on.connect(createUpsModel(online));
        on.ask('Y');
        expect(on.ask(key).trim()).not.toBe(holds);
      }
      await nut.set(name, theirs);
      await until(() => wire.ask(key).trim() === holds);
      expect(await ownWire.set(name, ours)).toEqual({ result: 'accepted' });
      expect(ownWire.ask(key).trim()).toBe(holds);
    });
  });

  it('mains lost and returned is seen by both', async () => {
    const [theirs, ours] = [createUpsModel(), createUpsModel()];
    wire.connect(theirs);
    const ownWire = await streamWire(driver, ours);
    const nut = await startNut(settings(wire));
    const device = await openDevice(`serial:${ownWire.path}?driver=apcsmart`);
    try {
      await device.ready(30_000);
      const event = (kind: string): Promise<string> =>
        new Promise((resolve) => {
          const stop = device.client.subscribe('events', {}, (happened) => {
            if (happened.kind !== kind) return;
            stop();
            resolve(kind);
          });
        });
      for (const [voltage, kind, word] of [
        [0, 'mains-lost', 'OB'],
        [230, 'mains-returned', 'OL'],
      ] as const) {
        const told = event(kind);
        for (const ups of [theirs, ours]) ups.force({ mainsVoltage: voltage });
        expect(await told).toBe(kind);
        await until(async () => (await nut.vars()).get('ups.status') === word);
      }
    } finally {
      await device.close();
      await nut.close();
      await ownWire.close();
    }
  });

  it('leaves no difference unexplained and no explanation unneeded', () => {
    console.log(agreement.report('APC Smart: Mainstay beside NUT'));
    expect(agreement.verdicts.length, 'comparisons').toBeGreaterThan(SCENARIOS.length * 15);
    expect(agreement.unexplained()).toEqual([]);
    expect(agreement.idle()).toEqual([]);
  });
});

/** Puts "EEPROM changed" into the middle of every answer: the only alert that changes nothing in the state. */
function withAlerts(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const middle = Math.floor(text.length / 2);
  // The lists of characters hold it themselves.
  const disturbed = text.length < 3 || text.length > 60 ? text : `${text.slice(0, middle)}|${text.slice(middle)}`;
  return Buffer.from(disturbed, 'latin1');
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  if (!(await comes(holds, 15_000))) throw new Error('Waited in vain for the effect.');
}

/** Whether it holds within so many milliseconds. */
async function comes(holds: () => boolean | Promise<boolean>, patience: number): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (!(await holds())) {
    if (performance.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}
