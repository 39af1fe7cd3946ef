/** An SNMP wire: the simulated agent over UDP, and our driver reading it from there. */
import type { Outcome, Simulator, Talk } from '../../drivers/driver.ts';
import { driver } from '../../drivers/snmp/index.ts';
import { converse } from '../../src-main/engine/devices/session/talk.ts';
import { type RequestCounts, serveSnmp } from '../../src-main/engine/ports/snmp/agent.ts';
import { type SnmpOptions, snmpTransport } from '../../src-main/engine/ports/snmp/transport.ts';
import type { CommandName, VarName } from '../../src-shared/nut/index.ts';
import type { UpsModel } from '../../src-shared/ups-model/index.ts';
import { type Known, known } from '../conformance/subject.ts';

export const COMMUNITY = 'public';
/** Milliseconds, and repeats, of a question that names no time of its own. */
const PATIENCE = { timeout: 5000, repeats: 1 };

/** The wire. Time in the simulated UPS stands still, so that everyone reads the same state. */
export interface SnmpWire {
  readonly port: number;
  readonly counts: RequestCounts;
  /** Puts another simulated UPS behind the agent. */
  connect(ups: UpsModel): void;
  /** An instant command from our driver. */
  command(name: CommandName): Promise<Outcome>;
  /** A variable written by our driver. */
  set(name: VarName, value: string): Promise<Outcome>;
  close(): Promise<void>;
}

/** Makes a wire with this UPS on it. */
export async function snmpWire(
  first: UpsModel,
  onRequest: (oids: readonly string[]) => void = () => {},
): Promise<SnmpWire> {
  let device: Simulator['snmp'] = driver.simulate(first);
  const server = await serveSnmp(
    { host: '127.0.0.1', port: 0, communities: [COMMUNITY], onRequest },
    { rows: () => device.rows(), set: (oid, value) => device.set(oid, value) },
  );
  return {
    port: server.port,
    counts: server.counts,
    connect: (ups) => {
      device = driver.simulate(ups);
    },
    command: (name) =>
      onAgent({ port: server.port }, async (say) => {
        const identity = await say(() => driver.identify({ version: '2c' }));
        const command = identity === null ? undefined : driver.abilities(identity).commands[name];
        if (command === undefined) throw new Error(`Our driver does not offer ${name}.`);
        return say(() => command.run());
      }),
    set: (name, value) =>
      onAgent({ port: server.port }, async (say) => {
        const identity = await say(() => driver.identify({ version: '2c' }));
        const setting = identity === null ? undefined : driver.abilities(identity).settings[name];
        if (setting === undefined) throw new Error(`Our driver does not set ${name}.`);
        return say(() => setting.write(value));
      }),
    close: () => server.close(),
  };
}

/** Runs one conversation. */
type Say = <R>(talk: () => Talk<'snmp', R>) => Promise<R>;
type Whom = Partial<SnmpOptions> & { readonly port: number };

/** What our driver reads from an agent of this computer. */
export function readAgent(whom: Whom): Promise<Known> {
  return onAgent(whom, async (say) => {
    const identity = await say(() => driver.identify({ version: whom.version ?? '2c' }, 'ietf'));
    if (identity === null) throw new Error('Our driver did not know the agent.');
    const readings = await say(() => driver.poll('full', identity));
    if (readings === null) throw new Error('Our driver got nothing from the agent.');
    return known(identity, readings);
  });
}

async function onAgent<R>(whom: Whom, use: (say: Say) => Promise<R>): Promise<R> {
  const transport = snmpTransport({ host: '127.0.0.1', version: '2c', community: COMMUNITY, ...whom });
  const opened = await transport.open();
  if (!opened.ok) throw new Error(opened.error.message);
  try {
    return await use(async (talk) => (await converse(transport, talk, PATIENCE)).result);
  } finally {
    await transport.close();
  }
}
