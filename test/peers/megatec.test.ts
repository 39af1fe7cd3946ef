/** NUT's two Megatec drivers and ours, reading and commanding the same simulated UPS over the same wire. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createUpsModel,
  PROFILES,
  type UpsModel,
  type UpsProfile,
  type UpsState,
} from '../../src-shared/ups-model/index.ts';
import type { CommandName } from '../../src-shared/nut/index.ts';
import { PREPARATIONS } from '../conformance/effects.ts';
import { Agreement } from './agreement.ts';
import { MEGATEC_DIFFERENCES } from './explained.ts';
import { describeWithPrograms, dumpNut, type NutServer, type NutSettings, startNut } from './harness.ts';
import { type MegatecWire, megatecWire } from './megatec-wire.ts';

interface Scenario {
  readonly name: string;
  readonly profile?: UpsProfile;
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
const online = PROFILES['online-rack'];

const SCENARIOS: readonly Scenario[] = [
  { name: 'on mains', arrange: () => undefined },
  { name: 'on mains, standby', profile: PROFILES['home-standby'], arrange: () => undefined },
  { name: 'on mains, on-line', profile: online, arrange: () => undefined },
  { name: 'on battery', arrange: onBattery },
  { name: 'on battery, on-line', profile: online, arrange: onBattery },
  { name: 'low battery', arrange: lowBattery },
  { name: 'low battery, on-line', profile: online, arrange: lowBattery },
  { name: 'charging', arrange: (ups) => ups.force({ charge: 40 }) },
  { name: 'overload', arrange: (ups) => ups.force({ load: 1.15 * ups.profile.nominalRealPower }) },
  { name: 'bypass', profile: online, arrange: (ups) => ups.setBypass(true) },
  { name: 'trim', arrange: (ups) => ups.force({ mainsVoltage: 262.4 }) },
  { name: 'boost', arrange: (ups) => ups.force({ mainsVoltage: 187.6 }) },
  { name: 'test', arrange: (ups) => ups.startTest('quick') },
  { name: 'replace battery', arrange: (ups) => ups.force({ replace: true, health: 0.3, testResult: 'failed' }) },
  { name: 'beeper off', arrange: (ups) => ups.setBeeper('disabled') },
  { name: 'shutdown pending', arrange: (ups) => ups.shutdown(120, { onIn: 180, returnWithMains: true }) },
  { name: 'output off', arrange: (ups) => ups.shutdown(0, { onIn: null, returnWithMains: false }) },
];

const PEERS = [
  { name: 'nutdrv_qx', options: { protocol: 'megatec', pollinterval: '1' } },
  { name: 'blazer_ser', options: { protocol: 'megatec', pollinterval: '1' } },
] as const;

/** What a command may change, as far as it shows at the output, the timers, the test and the beeper. */
function traces({ output, timers, test, beeper }: UpsState): unknown {
  return { on: output.on, source: output.source, timers, test: test.running, result: test.result, beeper };
}

/** Runs a command against a fresh UPS in the state the command needs. */
async function result(command: (typeof NUT_COMMANDS)[number], on: MegatecWire, send: () => Promise<void>) {
  const ups = createUpsModel();
  PREPARATIONS[command]?.(ups);
  const before = traces(ups.state());
  on.connect(ups);
  await send();
  const after = traces(ups.state());
  return { changed: JSON.stringify(before) !== JSON.stringify(after), after };
}

describeWithPrograms('Megatec', ['nutdrv_qx', 'blazer_ser', 'upsd', 'upscmd', 'socat'], () => {
  const agreement = new Agreement(MEGATEC_DIFFERENCES);
  let wire: MegatecWire;
  beforeAll(async () => {
    wire = await megatecWire(createUpsModel());
  });
  afterAll(async () => {
    await wire.close();
  });

  const settings = (name: string, options: Readonly<Record<string, string>>): NutSettings => ({
    driver: name,
    port: wire.path,
    options,
  });

  describe.each(PEERS)('$name reads what we read', ({ name, options }) => {
    it.each(SCENARIOS)('$name', async ({ name: scenario, profile, arrange }) => {
      const ups = createUpsModel(profile);
      arrange(ups);
      wire.connect(ups);
      const theirs = await dumpNut(settings(name, options));
      const ours = await wire.read();
      expect(agreement.compare(name, scenario, ours.vars, theirs)).toBeGreaterThan(10);
    });
  });

  describe.each(PEERS)('a command of $name does what ours does', ({ name, options }) => {
    let nut: NutServer;
    /** NUT locks its port, so our commands travel on a wire of their own. */
    let ownWire: MegatecWire;
    beforeAll(async () => {
      wire.connect(createUpsModel());
      ownWire = await megatecWire(createUpsModel());
      nut = await startNut(settings(name, options));
    });
    afterAll(async () => {
      await nut.close();
      await ownWire.close();
    });

    it('offers no command that ours lacks', async () => {
      const theirs = (await nut.commands()).filter((command) => !command.startsWith('driver.'));
      expect(theirs.toSorted()).toEqual([...NUT_COMMANDS].toSorted());
    });

    it.each(NUT_COMMANDS)('%s', async (command) => {
      const theirs = await result(command, wire, async () => {
        const said = await nut.command(command);
        expect(said).toMatch(/^SUCCESS$/m);
      });
      const ours = await result(command, ownWire, async () => {
        expect((await ownWire.command(command)).result).toBe('sent');
      });
      expect(theirs.changed, `${name} ${command} changed nothing`).toBe(true);
      expect(ours).toEqual(theirs);
    });
  });

  it('leaves no difference unexplained and no explanation unneeded', () => {
    console.log(agreement.report('Megatec: Mainstay beside NUT'));
    expect(agreement.verdicts.length, 'comparisons').toBeGreaterThan(PEERS.length * SCENARIOS.length * 10);
    expect(agreement.unexplained()).toEqual([]);
    expect(agreement.idle()).toEqual([]);
  });
});

const NUT_COMMANDS = [
  'beeper.toggle',
  'load.off',
  'load.on',
  'shutdown.return',
  'shutdown.stayoff',
  'shutdown.stop',
  'test.battery.start',
  'test.battery.start.deep',
  'test.battery.start.quick',
  'test.battery.stop',
] as const satisfies readonly CommandName[];
