/** NUT's snmp-ups and our driver, reading and commanding the same simulated UPS through the same agent. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UPS } from '../../drivers/snmp/tables/ietf/oids.ts';
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
import { describeWithPrograms, dumpNut, type NutServer, type NutSettings, startNut } from './harness.ts';
import { SNMP_DIFFERENCES } from './snmp-explained.ts';
import { COMMUNITY, readAgent, type SnmpWire, snmpWire } from './snmp-wire.ts';

const PEER = 'snmp-ups';

interface State {
  readonly name: string;
  /** Only UPSes of this kind can be in it. */
  readonly topology?: UpsProfile['topology'];
  readonly arrange: (ups: UpsModel) => void;
}

const onBattery = (ups: UpsModel): void => {
  ups.world.mainsVoltage = 0;
  ups.advance(90);
};

const STATES: readonly State[] = [
  { name: 'on mains', arrange: () => undefined },
  { name: 'on battery', arrange: onBattery },
  {
    name: 'low battery',
    arrange: (ups) => {
      ups.force({ charge: 12 });
      onBattery(ups);
    },
  },
  { name: 'charging', arrange: (ups) => ups.force({ charge: 40 }) },
  { name: 'overload', arrange: (ups) => ups.force({ load: 1.15 * ups.profile.nominalRealPower }) },
  { name: 'bypass', topology: 'online', arrange: (ups) => ups.setBypass(true) },
  { name: 'trim', topology: 'line-interactive', arrange: (ups) => ups.force({ mainsVoltage: 262.4 }) },
  { name: 'boost', topology: 'line-interactive', arrange: (ups) => ups.force({ mainsVoltage: 187.6 }) },
  { name: 'test', arrange: (ups) => ups.startTest('quick') },
  { name: 'replace battery', arrange: (ups) => ups.force({ replace: true, health: 0.3, testResult: 'failed' }) },
  { name: 'beeper off', arrange: (ups) => ups.setBeeper('disabled') },
  { name: 'shutdown pending', arrange: (ups) => ups.shutdown(120, { onIn: 180, returnWithMains: true }) },
  { name: 'output off', arrange: (ups) => ups.shutdown(0, { onIn: null, returnWithMains: false }) },
];

const SCENARIOS = [PROFILES['home-line-interactive'], PROFILES['online-rack'], PROFILES['three-phase']].flatMap(
  (profile) =>
    STATES.filter(({ topology }) => topology === undefined || topology === profile.topology).map((state) => ({
      ...state,
      profile,
      title: `${state.name}, ${profile.model}`,
    })),
);

function settings(port: number, options: Readonly<Record<string, string>> = {}): NutSettings {
  return {
    driver: PEER,
    port: `127.0.0.1:${port}`,
    options: { mibs: 'ietf', community: COMMUNITY, snmp_version: 'v2c', pollfreq: '1', pollinterval: '1', ...options },
  };
}

/** What a command may change, as far as it shows at the output, the timers, the test and the beeper. */
function traces({ output, timers, test, beeper }: UpsState): unknown {
  return { on: output.on, source: output.source, timers, test: test.running, result: test.result, beeper };
}

/** Runs a command against a fresh UPS in the state the command needs. */
async function effect(command: CommandName, wire: SnmpWire, send: () => Promise<void>) {
  const ups = createUpsModel();
  const prepare: Readonly<Record<string, ((ups: UpsModel) => void) | undefined>> = PREPARATIONS;
  prepare[command]?.(ups);
  const before = traces(ups.state());
  wire.connect(ups);
  await send();
  const after = traces(ups.state());
  return { changed: JSON.stringify(before) !== JSON.stringify(after), after };
}

/** Commands that both have and that do the same. */
const ALIKE = [
  'beeper.disable',
  'beeper.enable',
  'beeper.mute',
  'load.off',
  'load.on',
] as const satisfies readonly CommandName[];
/**
 * NUT's test commands write the number 0 into upsTestId, which holds the name of a test (RFC 1628, upsTestId). An agent
 * that keeps to the MIB refuses the type, as ours does; our commands name the test and hand in the lock.
 */
const BROKEN_THERE = [
  'test.battery.start',
  'test.battery.start.deep',
  'test.battery.start.quick',
  'test.battery.stop',
] as const satisfies readonly CommandName[];

describeWithPrograms('RFC 1628', [PEER, 'upsd', 'upscmd'], () => {
  const agreement = new Agreement(SNMP_DIFFERENCES);
  let wire: SnmpWire;
  const asked: (readonly string[])[] = [];
  beforeAll(async () => {
    wire = await snmpWire(createUpsModel(), (oids) => asked.push(oids));
  });
  afterAll(async () => {
    await wire.close();
  });

  it.each(SCENARIOS)('snmp-ups reads what we read: $title', async ({ title, profile, arrange }) => {
    const ups = createUpsModel(profile);
    arrange(ups);
    wire.connect(ups);
    const theirs = await dumpNut(settings(wire.port));
    const ours = await readAgent({ port: wire.port });
    expect(agreement.compare(PEER, title, ours.vars, theirs)).toBeGreaterThan(20);
  });

  it('leaves no difference unexplained and no explanation unneeded', () => {
    console.log(agreement.report('RFC 1628: Mainstay beside NUT'));
    expect(agreement.verdicts.length).toBeGreaterThan(SCENARIOS.length * 20);
    expect(agreement.unexplained()).toEqual([]);
    expect(agreement.idle()).toEqual([]);
  });

  describe('a command of snmp-ups', () => {
    let nut: NutServer;
    beforeAll(async () => {
      wire.connect(createUpsModel());
      nut = await startNut(settings(wire.port));
    });
    afterAll(async () => {
      await nut.close();
    });

    it('is one that we have too', async () => {
      const theirs = (await nut.commands()).filter((command) => !command.startsWith('driver.'));
      // snmp-ups builds these three of others, whatever the MIB.
      const known: readonly string[] = [
        ...ALIKE,
        ...BROKEN_THERE,
        'load.off.delay',
        'load.on.delay',
        'shutdown.return',
      ];
      expect(theirs.filter((command) => !known.includes(command))).toEqual([]);
      expect(theirs).toEqual(expect.arrayContaining([...ALIKE, ...BROKEN_THERE]));
    });

    it.each(ALIKE)('does what ours does: %s', async (command) => {
      const theirs = await effect(command, wire, async () => {
        expect(await nut.command(command)).toMatch(/^SUCCESS$/m);
      });
      const ours = await effect(command, wire, async () => {
        expect((await wire.command(command)).result).toBe('accepted');
      });
      expect(theirs.changed, `${command} changed nothing`).toBe(true);
      expect(ours).toEqual(theirs);
    });

    it.each(BROKEN_THERE)('does nothing where ours does: %s', async (command) => {
      const theirs = await effect(command, wire, async () => {
        await nut.command(command).catch(() => undefined);
      });
      const ours = await effect(command, wire, async () => {
        expect((await wire.command(command)).result).toBe('accepted');
      });
      expect({ theirs: theirs.changed, ours: ours.changed }).toEqual({ theirs: false, ours: true });
    });
  });

  it('reads what snmp-ups wrote, and the other way round', async () => {
    wire.connect(createUpsModel());
    const nut = await startNut(settings(wire.port));
    try {
      expect(await nut.set('device.location', 'Cellar, left')).toMatch(/^SUCCESS$/m);
      expect((await readAgent({ port: wire.port })).vars.get('device.location')).toBe('Cellar, left');
      expect((await wire.set('device.contact', 'Ada')).result).toBe('accepted');
      await until(async () => (await nut.vars()).get('device.contact') === 'Ada');
    } finally {
      await nut.close();
    }
  });

  it('asks ten times less often than snmp-ups', async () => {
    wire.connect(createUpsModel());
    const nut = await startNut(settings(wire.port));
    const marks = (): number => asked.filter((oids) => oids.includes(UPS.charge)).length;
    // Whole cycles, from one question for the charge to the next.
    await until(() => marks() >= 3);
    asked.length = 0;
    await until(() => marks() >= 1);
    const from = asked.length;
    await until(() => marks() >= 3);
    const theirs = (asked.findLastIndex((oids) => oids.includes(UPS.charge)) + 1 - from) / 2;
    await nut.close();

    asked.length = 0;
    await readAgent({ port: wire.port });
    const polls = asked.filter((oids) => oids.includes(UPS.charge));
    // Opening, three messages to identify, and one for everything.
    const ours = asked.length - 4;
    console.log(`requests for one poll of everything: ${ours} here, ${theirs} by snmp-ups; to identify: 3 here`);
    expect(polls.length).toBe(2);
    expect(ours).toBe(1);
    expect(theirs / ours).toBeGreaterThanOrEqual(10);
  });
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error('Waited in vain for the driver to poll.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
