/** Many SNMP devices at once, beside NUT's snmp-ups: cost of the engine, and messages for each poll. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { findProgram } from '../test/peers/harness.ts';
import { costOf } from './peers/process-cost.ts';
import type { BenchRow } from './row.ts';

export const title = 'Many SNMP devices, asked every 2 s';

const DEVICES = 200;
/** As many snmp-ups as can run side by side here; their cost is scaled up. */
const PEERS = 20;
const WATCH_SECONDS = 60;
const POLL_SECONDS = 2;
/** Identification and first full polls are over by then. */
const SETTLE_MS = 20_000;

/** Measures both sides against the same kind of agents. */
export async function run(): Promise<readonly BenchRow[]> {
  const ours = await measureOurs();
  const theirs = await measureNut();
  const scale = DEVICES / PEERS;
  const share = ours.messages / theirs.messages;
  return [
    { name: `Mainstay, CPU with ${DEVICES} devices`, value: ours.cpu, unit: '% of core' },
    { name: `Mainstay, memory with ${DEVICES} devices`, value: ours.memory, unit: 'MB' },
    { name: `snmp-ups, CPU of ${PEERS} scaled to ${DEVICES}`, value: theirs.cpu * scale, unit: '% of core' },
    { name: `snmp-ups, memory of ${PEERS} scaled to ${DEVICES}`, value: theirs.memory * scale, unit: 'MB' },
    { name: 'Mainstay, messages for each poll of a device', value: ours.messages, unit: '' },
    { name: 'snmp-ups, messages for each poll of a device', value: theirs.messages, unit: '' },
    { name: 'messages, Mainstay to snmp-ups', value: share, unit: 'times', goal: 'at most 0.1', met: share <= 0.1 },
  ];
}

interface Measured {
  readonly cpu: number;
  readonly memory: number;
  /** For each device and poll. */
  readonly messages: number;
}

async function measureOurs(): Promise<Measured> {
  return withAgents(DEVICES, async (agents) => {
    const engine = fork(join(import.meta.dirname, 'peers/fleet-engine.ts'), agents.ports.map(String));
    try {
      await once(engine, 'message');
      await sleep(SETTLE_MS);
      const live = z.object({ live: z.number() }).parse(await ask(engine)).live;
      if (live !== DEVICES) throw new Error(`Only ${live} of ${DEVICES} devices are live.`);
      return await measure([engine], agents, DEVICES);
    } finally {
      engine.disconnect();
      await once(engine, 'exit');
    }
  });
}

async function measureNut(): Promise<Measured> {
  const program = findProgram('snmp-ups');
  if (program === undefined) throw new Error('snmp-ups is not installed: install nut-snmp.');
  return withAgents(PEERS, async (agents) => {
    const folder = mkdtempSync(join(tmpdir(), 'mainstay-fleet-nut-'));
    const sections = agents.ports.map((port, index) =>
      [
        `[ups${index}]`,
        'driver = snmp-ups',
        `port = 127.0.0.1:${port}`,
        'mibs = ietf',
        'community = public',
        'snmp_version = v2c',
        `pollinterval = ${POLL_SECONDS}`,
        '',
      ].join('\n'),
    );
    writeFileSync(join(folder, 'ups.conf'), sections.join('\n'));
    const environment = { ...process.env, NUT_CONFPATH: folder, NUT_STATEPATH: folder };
    const drivers = agents.ports.map((_port, index) =>
      spawn(program, ['-a', `ups${index}`, '-u', 'root', '-F'], { env: environment, stdio: 'ignore' }),
    );
    try {
      await sleep(SETTLE_MS);
      const ended = drivers.filter(({ exitCode }) => exitCode !== null).length;
      if (ended > 0) throw new Error(`${ended} of ${PEERS} snmp-ups ended.`);
      return await measure(drivers, agents, PEERS);
    } finally {
      await Promise.all(
        drivers
          .filter(({ exitCode }) => exitCode === null)
          .map((child) => {
            child.kill('SIGKILL');
            return once(child, 'exit');
          }),
      );
      rmSync(folder, { recursive: true });
    }
  });
}

interface Agents {
  readonly ports: readonly number[];
  /** Messages answered so far. */
  messages(): Promise<number>;
}

async function withAgents<T>(count: number, use: (agents: Agents) => Promise<T>): Promise<T> {
  const child = fork(join(import.meta.dirname, 'peers/agents.ts'), [String(count)]);
  try {
    const { ports } = z.object({ ports: z.array(z.number()) }).parse(await message(child));
    return await use({
      ports,
      messages: async () => z.object({ messages: z.number() }).parse(await ask(child)).messages,
    });
  } finally {
    child.disconnect();
    await once(child, 'exit');
  }
}

async function ask(child: ChildProcess): Promise<unknown> {
  const answer = message(child);
  child.send('tell');
  return answer;
}

function message(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => {
    child.once('message', resolve);
  });
}

async function measure(children: readonly ChildProcess[], agents: Agents, devices: number): Promise<Measured> {
  const pids = children.flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
  const before = await agents.messages();
  const cost = await costOf(pids, WATCH_SECONDS);
  const messages = (await agents.messages()) - before;
  return { ...cost, messages: messages / devices / (WATCH_SECONDS / POLL_SECONDS) };
}
