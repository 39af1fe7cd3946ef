/**
 * NUT's Microlink driver and ours, reading and commanding the same simulated UPS over the same wire. No distribution
 * has that driver yet: MAINSTAY_NUT_APCMICROLINK names one built from NUT's main branch.
 */
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { driver } from '../../drivers/apcmicrolink/index.ts';
import { runTalk, streamAnswers } from '../../drivers/kit/talk.ts';
import type { CommandName } from '../../src-shared/nut/index.ts';
import {
  createUpsModel,
  PROFILES,
  type UpsModel,
  type UpsProfile,
  type UpsState,
} from '../../src-shared/ups-model/index.ts';
import { PREPARATIONS } from '../conformance/effects.ts';
import { Agreement } from './agreement.ts';
import { MICROLINK_DIFFERENCES } from './apcmicrolink-explained.ts';
import { describeWithPrograms, dumpNut, type NutServer, type NutSettings, startNut } from './harness.ts';
import { type StreamWire, streamWire } from './stream-wire.ts';

const NUT = process.env['MAINSTAY_NUT_APCMICROLINK'];
const TITLE = 'APC Microlink';

interface Scenario {
  readonly name: string;
  readonly profile?: UpsProfile;
  readonly arrange: (ups: UpsModel) => void;
}

const onBattery = (ups: UpsModel) => {
  ups.world.mainsVoltage = 0;
  ups.advance(90);
};

const SCENARIOS: readonly Scenario[] = [
  { name: 'on mains', arrange: () => undefined },
  { name: 'on mains, without groups', profile: PROFILES['home-standby'], arrange: () => undefined },
  { name: 'on battery', arrange: onBattery },
  {
    name: 'low battery',
    arrange: (ups) => {
      ups.force({ charge: 12 });
      onBattery(ups);
    },
  },
  { name: 'overload', arrange: (ups) => ups.force({ load: 1.15 * ups.profile.nominalRealPower }) },
  { name: 'bypass', profile: PROFILES['online-rack'], arrange: (ups) => ups.setBypass(true) },
  { name: 'trim', arrange: (ups) => ups.force({ mainsVoltage: 262.4 }) },
  { name: 'boost', arrange: (ups) => ups.force({ mainsVoltage: 187.6 }) },
  { name: 'test', arrange: (ups) => ups.startTest('quick') },
  { name: 'calibration', arrange: (ups) => ups.startTest('calibration') },
  { name: 'replace battery', arrange: (ups) => ups.force({ replace: true, testResult: 'failed' }) },
  { name: 'fault', arrange: (ups) => ups.force({ fault: true }) },
  { name: 'shutdown pending', arrange: (ups) => ups.shutdown(120, { onIn: 180, returnWithMains: true }) },
  { name: 'output off', arrange: (ups) => ups.shutdown(0, { onIn: null, returnWithMains: false }) },
];

/** Updates until NUT has followed the stream around after its answer was taken. */
const UPDATES = 60;

const STARTS = 10;
const LOOKS = 50;
const LOOK_EVERY_MS = 20;

/** What NUT's driver and ours both offer, with the effect that shows in the model. */
const COMMANDS = [
  'beeper.mute',
  'calibrate.start',
  'calibrate.stop',
  'load.off',
  'load.off.delay',
  'load.on',
  'shutdown.default',
  'shutdown.reboot',
  'shutdown.reboot.graceful',
  'shutdown.return',
  'shutdown.stayoff',
  'test.battery.start',
  'test.battery.stop',
  'outlet.group.0.load.off',
  'outlet.group.1.load.off',
  'outlet.group.2.load.off',
  'outlet.group.1.shutdown.return',
] as const satisfies readonly CommandName[];

/** What a command may change. */
function traces({ output, timers, test, beeper, outlets }: UpsState): unknown {
  return { on: output.on, source: output.source, timers, test: test.running, result: test.result, beeper, outlets };
}

/**
 * A device whose UPS can be changed under it. NUT does not come back once a device has fallen silent: it forgets the
 * width of the pages and keeps the mark that it knows it (apcmicrolink.c, microlink_start_session).
 */
class Changeable {
  #now = createUpsModel();
  readonly ups: UpsModel = new Proxy(this.#now, { get: (_first, key): unknown => Reflect.get(this.#now, key) });

  become(ups: UpsModel): void {
    this.#now = ups;
  }
}

async function result(command: (typeof COMMANDS)[number], on: Changeable, send: () => Promise<void>) {
  const ups = createUpsModel();
  const prepare: Readonly<Record<string, ((ups: UpsModel) => void) | undefined>> = PREPARATIONS;
  prepare[command]?.(ups);
  const before = traces(ups.state());
  on.become(ups);
  await send();
  // NUT says SUCCESS once its bytes are on their way.
  const changed = () => JSON.stringify(before) !== JSON.stringify(traces(ups.state()));
  for (let look = 0; look < LOOKS && !changed(); look += 1) await sleep(LOOK_EVERY_MS);
  return { changed: changed(), after: traces(ups.state()) };
}

if (NUT === undefined) {
  console.error(`\n*** "${TITLE}": not run. MAINSTAY_NUT_APCMICROLINK names no driver of NUT to hold ours against.\n`);
  describe.skip(TITLE, () => {
    it('needs MAINSTAY_NUT_APCMICROLINK', () => undefined);
  });
} else {
  describeWithPrograms(TITLE, ['upsd', 'upscmd', 'upsrw', 'socat'], () => besideNut(NUT));
}

function besideNut(binary: string): void {
  const agreement = new Agreement(MICROLINK_DIFFERENCES);
  let wire: StreamWire;
  let folder: string;
  beforeAll(async () => {
    wire = await streamWire(driver, createUpsModel());
    folder = await mkdtemp(join(tmpdir(), 'mainstay-microlink-'));
    // A driver of NUT refuses to run under another name than its own.
    await symlink(binary, join(folder, 'apcmicrolink'));
  });
  afterAll(async () => {
    await wire.close();
    await rm(folder, { recursive: true });
  });

  const settings = (): NutSettings => ({
    driver: 'apcmicrolink',
    program: join(folder, 'apcmicrolink'),
    port: wire.path,
  });

  describe.each(['width 16', 'width 32'])('NUT authenticates and reads what we read, %s', (dialect) => {
    it.each(SCENARIOS)('$name', async ({ name, profile, arrange }) => {
      const ups = createUpsModel(profile);
      arrange(ups);
      wire.connect(ups, dialect);
      const theirs = await dumpNut(settings(), UPDATES);
      const ours = await wire.read();
      expect(agreement.compare('apcmicrolink', `${name}, ${dialect}`, ours.vars, theirs)).toBeGreaterThan(25);
    });
  });

  describe('a command of NUT does what ours does', () => {
    let nut: NutServer;
    /** NUT locks its port, so our commands travel on a wire of their own. */
    let ownWire: StreamWire;
    const [theirUps, ourUps] = [new Changeable(), new Changeable()];
    /** The driver's flood of news makes upsd miss some of what it says first: a command may be unknown to it. */
    const startWhole = async (): Promise<NutServer> => {
      for (let attempt = 1; ; attempt += 1) {
        const server = await startNut(settings());
        const known = await server.commands();
        const missing = COMMANDS.filter((command) => !known.includes(command));
        if (missing.length === 0) return server;
        await server.close();
        if (attempt >= STARTS) throw new Error(`upsd never came to know ${missing.join(', ')}.`);
      }
    };
    beforeAll(async () => {
      wire.connect(theirUps.ups);
      ownWire = await streamWire(driver, ourUps.ups);
      nut = await startWhole();
    });
    afterAll(async () => {
      await nut.close();
      await ownWire.close();
    });

    it('offers no command that ours lacks, but those without a name in the vocabulary', async () => {
      const answer = streamAnswers(driver.simulate(createUpsModel(PROFILES['online-rack'])));
      const { result: identity } = runTalk(driver.identify({}), answer);
      const offered = identity === null ? [] : Object.keys(driver.abilities(identity).commands);
      const theirs = (await nut.commands()).filter((command) => !command.startsWith('driver.'));
      expect(theirs.length).toBeGreaterThan(20);
      const lacking = new Set(
        theirs.filter((command) => !offered.includes(command)).map((command) => command.replace(/\d/, 'n')),
      );
      expect([...lacking].toSorted()).toEqual([
        'load.cycle',
        'outlet.group.n.shutdown.default',
        'outlet.group.n.shutdown.reboot',
        'outlet.group.n.shutdown.reboot.graceful',
        'outlet.group.n.shutdown.stayoff',
      ]);
    });

    it.each(COMMANDS)('%s', async (command) => {
      const theirs = await result(command, theirUps, async () => {
        expect(await nut.command(command)).toMatch(/^SUCCESS$/m);
      });
      const ours = await result(command, ourUps, async () => {
        expect(['accepted', 'sent']).toContain((await ownWire.command(command)).result);
      });
      expect(theirs.changed, `${command} of NUT changed nothing`).toBe(true);
      expect(ours).toEqual(theirs);
    });

    it.each([
      ['ups.id', 'Rack 7'],
      ['input.transfer.high', '265'],
      ['battery.date', '2026-02-28'],
      ['outlet.group.0.delay.shutdown', '90'],
      ['outlet.group.1.name', 'Printers'],
    ] as const)('what NUT writes to %s is what we read', async (variable, value) => {
      expect(await nut.set(variable, value)).toMatch(/OK|SUCCESS/);
      await nut.close();
      const ours = await wire.read();
      expect(String(ours.vars.get(variable))).toBe(value);
      nut = await startWhole();
    });
  });

  it('leaves no difference unexplained and no explanation unneeded', () => {
    console.log(agreement.report('APC Microlink: Mainstay beside NUT'));
    expect(agreement.verdicts.length, 'comparisons').toBeGreaterThan(2 * SCENARIOS.length * 25);
    expect(agreement.unexplained()).toEqual([]);
    expect(agreement.idle()).toEqual([]);
  });
}
