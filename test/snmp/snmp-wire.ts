/** An agent over real UDP and our transport to it, for tests. */
import { driver } from '../../drivers/snmp/index.ts';
import type { Identity, Readings, Talk } from '../../drivers/driver.ts';
import type { Memory } from '../../drivers/snmp/memory.ts';
import { type Behaviour, serveSnmp, type SnmpServer } from '../../src-main/engine/ports/snmp/agent.ts';
import { snmpTransport, type SnmpOptions } from '../../src-main/engine/ports/snmp/transport.ts';
import type { Transport } from '../../src-main/engine/ports/transport.ts';
import type { UpsModel } from '../../src-shared/ups-model/index.ts';

/** Milliseconds that a request may take; an agent on the same computer needs a few. */
export const PATIENCE = 3000;
export const COMMUNITY = 'public';

/** An agent for this UPS on a free port. */
export function agentFor(ups: UpsModel, behaviour: Behaviour = {}): Promise<SnmpServer> {
  return serveSnmp({ host: '127.0.0.1', port: 0, communities: [COMMUNITY], behaviour }, driver.simulate(ups));
}

/** An open transport. Throws where the agent does not answer. */
export async function openTo(port: number, options: Partial<SnmpOptions> = {}): Promise<Transport<'snmp'>> {
  const transport = snmpTransport({ host: '127.0.0.1', port, version: '2c', community: COMMUNITY, ...options });
  const opened = await transport.open();
  if (!opened.ok) throw new Error(opened.error.message);
  return transport;
}

/** Runs a conversation over a transport. */
export async function converse<R>(
  talk: Talk<'snmp', R>,
  transport: Transport<'snmp'>,
  patience = PATIENCE,
): Promise<R> {
  let step = talk.next();
  while (step.done !== true) step = talk.next(await transport.request(step.value, patience));
  return step.value;
}

/** Identifies and polls everything. Throws where the driver does not know the agent. */
export async function readAll(
  transport: Transport<'snmp'>,
): Promise<{ readonly identity: Identity<Memory>; readonly readings: Readings }> {
  const identity = await converse(driver.identify({ version: '2c' }), transport);
  if (identity === null) throw new Error('The driver did not know the agent.');
  const readings = await converse(driver.poll('full', identity), transport);
  if (readings === null) throw new Error('The agent did not answer the poll.');
  return { identity, readings };
}
