/** The SNMP transport against agents over UDP, well-behaved and not. */
import { createSocket, type Socket } from 'node:dgram';
import snmp from 'net-snmp';
import { afterEach, describe, expect, it } from 'vitest';
import type { SnmpValue } from '../../../../drivers/driver.ts';
import { compareOids } from '../../../../drivers/kit/oid/oid.ts';
import { driver } from '../../../../drivers/snmp/index.ts';
import { UPS } from '../../../../drivers/snmp/tables/ietf/oids.ts';
import { type Behaviour, serveSnmp, type SnmpServer } from '../../../../src-main/engine/ports/snmp/agent.ts';
import { type SnmpOptions, snmpTransport } from '../../../../src-main/engine/ports/snmp/transport.ts';
import type { Transport } from '../../../../src-main/engine/ports/transport.ts';
import { createUpsModel } from '../../../../src-shared/ups-model/index.ts';
import { agentFor, COMMUNITY, openTo, PATIENCE } from '../../../snmp/snmp-wire.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0)) await clean();
});

async function serve(behaviour: Behaviour = {}): Promise<SnmpServer> {
  const server = await agentFor(createUpsModel(), behaviour);
  cleanups.push(() => server.close());
  return server;
}

async function open(server: SnmpServer, options: Partial<SnmpOptions> = {}): Promise<Transport<'snmp'>> {
  const transport = await openTo(server.port, options);
  cleanups.push(() => transport.close());
  return transport;
}

const MISSING = `${UPS.root}.99.1.0`;
const EVERYTHING = Array.from(driver.simulate(createUpsModel()).rows().keys());

describe('reading', () => {
  it.each(['1', '2c'] as const)('leaves out what the agent does not have, in version %s', async (version) => {
    const transport = await open(await serve(), { version });
    const reply = await transport.request({ op: 'get', oids: [MISSING, UPS.charge, `${MISSING}.1`] }, PATIENCE);
    expect(reply).toEqual({ ok: true, data: new Map([[UPS.charge, { type: 'Integer', value: 100 }]]) });
  });

  it('asks for many variables in one message', async () => {
    const server = await serve();
    const transport = await open(server);
    const before = server.counts.messages;
    const reply = await transport.request({ op: 'get', oids: EVERYTHING.slice(0, 40) }, PATIENCE);
    expect(reply.ok && reply.data.size).toBe(40);
    expect(server.counts.messages - before).toBe(1);
  });

  it.each(['mostVariables', 'silentAbove'] as const)(
    'splits for an agent with %s, and remembers the size',
    async (habit) => {
      const server = await serve({ [habit]: 9 });
      const transport = await open(server);
      const oids = EVERYTHING.slice(0, 40);
      const first = await transport.request({ op: 'get', oids }, PATIENCE);
      expect(first.ok && [...first.data.keys()].toSorted(compareOids)).toEqual(oids.toSorted(compareOids));
      const before = server.counts.messages;
      const again = await transport.request({ op: 'get', oids }, PATIENCE);
      expect(again.ok && again.data.size).toBe(40);
      // 40, 20, 10 and 5 were tried the first time: 40 in fives are eight messages.
      expect(server.counts.messages - before).toBe(8);
    },
  );

  it('drops the one variable over which the agent stumbles', async () => {
    const transport = await open(await serve({ stumblesOver: UPS.charge }));
    const reply = await transport.request(
      { op: 'get', oids: [UPS.batteryStatus, UPS.charge, UPS.outputSource] },
      PATIENCE,
    );
    expect(reply.ok && [...reply.data.keys()]).toEqual([UPS.batteryStatus, UPS.outputSource]);
  });

  it('carries every type, and bytes as Latin-1', async () => {
    const values: Readonly<Record<string, SnmpValue>> = {
      '1.3.6.1.4.1.1.1.0': { type: 'Integer', value: -12 },
      '1.3.6.1.4.1.1.2.0': { type: 'OctetString', value: 'Küche\u0000ÿ' },
      '1.3.6.1.4.1.1.3.0': { type: 'ObjectIdentifier', value: '1.3.6.1.4.1.318' },
      '1.3.6.1.4.1.1.4.0': { type: 'IpAddress', value: '192.0.2.7' },
      '1.3.6.1.4.1.1.5.0': { type: 'Counter32', value: 4_294_967_295 },
      '1.3.6.1.4.1.1.6.0': { type: 'Gauge32', value: 3_000_000_000 },
      '1.3.6.1.4.1.1.7.0': { type: 'TimeTicks', value: 12_345 },
      '1.3.6.1.4.1.1.8.0': { type: 'Opaque', value: '\u009f\u0078\u0004\u0042\u0028\u0000\u0000' },
      '1.3.6.1.4.1.1.9.0': { type: 'Counter64', value: 2 ** 40 },
    };
    const transport = await open(await serve({ rows: () => new Map(Object.entries(values)) }));
    const reply = await transport.request({ op: 'get', oids: Object.keys(values) }, PATIENCE);
    expect(reply).toEqual({ ok: true, data: new Map(Object.entries(values)) });
  });
});

describe('a slow agent', () => {
  it('gets its time anew with every answer', async () => {
    const transport = await open(await serve({ latencyMs: 150 }), { version: '1' });
    // Version 1 refuses one missing variable at a time: fifteen answers, which take longer than one may.
    const missing = Array.from({ length: 14 }, (_, index) => `${MISSING}.${index}`);
    const reply = await transport.request({ op: 'get', oids: [...missing, UPS.charge] }, 1500);
    expect(reply.ok && [...reply.data.keys()]).toEqual([UPS.charge]);
  });
});

describe('walking', () => {
  it.each(['1', '2c'] as const)(
    'returns the rows below the root and stops after them, in version %s',
    async (version) => {
      const transport = await open(await serve(), { version });
      const reply = await transport.request({ op: 'walk', root: `${UPS.root}.9`, limit: 100 }, PATIENCE);
      const expected = EVERYTHING.filter((oid) => oid.startsWith(`${UPS.root}.9.`));
      expect(reply.ok && [...reply.data.keys()]).toEqual(expected.toSorted(compareOids));
      expect(expected.length).toBeGreaterThan(5);
    },
  );

  it('ends at the end of everything', async () => {
    const transport = await open(await serve());
    const reply = await transport.request({ op: 'walk', root: '1.3', limit: 1000 }, PATIENCE);
    expect(reply.ok && reply.data.size).toBe(EVERYTHING.length);
  });

  it('stops at its limit', async () => {
    const transport = await open(await serve());
    const reply = await transport.request({ op: 'walk', root: '1.3', limit: 7 }, PATIENCE);
    expect(reply.ok && reply.data.size).toBe(7);
  });

  it.each([
    ['endless', 50],
    ['stuck', 0],
  ] as const)('ends with an agent whose walks are %s', async (walk, rows) => {
    const server = await serve({ walk });
    const transport = await open(server);
    const reply = await transport.request({ op: 'walk', root: `${UPS.root}.6.2.1.2`, limit: 50 }, PATIENCE);
    expect(reply.ok && reply.data.size).toBe(rows);
    expect(server.counts.messages).toBeLessThan(10);
  });
});

describe('writing', () => {
  it('writes several variables in one message', async () => {
    const ups = createUpsModel();
    const server = await agentFor(ups);
    cleanups.push(() => server.close());
    const transport = await open(server);
    const reply = await transport.request(
      {
        op: 'set',
        before: [{ oid: UPS.startupAfterDelay, value: { type: 'Integer', value: 200 } }],
        oid: UPS.shutdownAfterDelay,
        value: { type: 'Integer', value: 20 },
      },
      PATIENCE,
    );
    expect(reply.ok).toBe(true);
    expect(ups.state().timers.shutdown).toBe(20);
    expect(server.counts.sets).toBe(1);
  });

  it('says when the agent refuses', async () => {
    const transport = await open(await serve());
    const value: SnmpValue = { type: 'Integer', value: 50 };
    expect(await transport.request({ op: 'set', oid: UPS.charge, value }, PATIENCE)).toEqual({
      ok: false,
      fault: 'refused',
    });
  });

  it('sends a write only once, answered or not', async () => {
    const behaviour: Behaviour = {};
    const server = await serve(behaviour);
    const transport = await open(server);
    behaviour.silent = true;
    const before = server.counts.messages;
    const value: SnmpValue = { type: 'Integer', value: 3 };
    expect(await transport.request({ op: 'set', oid: UPS.audibleStatus, value }, 600)).toEqual({
      ok: false,
      fault: 'timeout',
    });
    expect(server.counts.messages - before).toBe(1);
  });
});

describe('an agent that goes wrong', () => {
  it('is a timeout when it falls silent, after it was asked again', async () => {
    const behaviour: Behaviour = {};
    const server = await serve(behaviour);
    const transport = await open(server);
    behaviour.silent = true;
    const before = server.counts.messages;
    expect(await transport.request({ op: 'get', oids: [UPS.charge] }, 600)).toEqual({ ok: false, fault: 'timeout' });
    expect(server.counts.messages - before).toBe(3);
  });

  it('is garbled when it sends what is no SNMP', async () => {
    const behaviour: Behaviour = {};
    const transport = await open(await serve(behaviour));
    behaviour.garbage = true;
    expect(await transport.request({ op: 'get', oids: [UPS.charge] }, 300)).toEqual({ ok: false, fault: 'garbled' });
  });

  it('is heard through garbage that comes between', async () => {
    const behaviour: Behaviour = {};
    const server = await serve(behaviour);
    const transport = await open(server);
    behaviour.garbage = true;
    const repeated = setInterval(() => {
      if (server.counts.messages > 1) behaviour.garbage = false;
    }, 10);
    cleanups.push(async () => clearInterval(repeated));
    const reply = await transport.request({ op: 'get', oids: [UPS.charge] }, PATIENCE);
    expect(reply.ok).toBe(true);
  });

  it('is closed at once when nobody listens any more', async () => {
    const server = await agentFor(createUpsModel());
    const transport = await open(server);
    await server.close();
    const began = performance.now();
    expect(await transport.request({ op: 'get', oids: [UPS.charge] }, 20_000)).toEqual({ ok: false, fault: 'closed' });
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it.each([
    ['nothing but noise', (length: number) => Buffer.alloc(length, 0x30)],
    [
      'truncated messages',
      (length: number) => Buffer.from('302902010104067075626c6963a21c', 'hex').subarray(0, length),
    ],
  ])('is no reason to crash: %s', async (_title, bytes) => {
    const socket = await answering((message, reply) => {
      for (const length of [0, 1, 5, 15, message.length]) reply(bytes(length));
    });
    const transport = snmpTransport({
      host: '127.0.0.1',
      port: socket.address().port,
      version: '2c',
      community: COMMUNITY,
      openMs: 300,
    });
    cleanups.push(() => transport.close());
    const opened = await transport.open();
    expect(opened).toMatchObject({ ok: false, error: { code: 'wrong-protocol' } });
  });

  it('is not believed when it answers for something else', async () => {
    const asked = new Map<string, SnmpValue>([[UPS.batteryStatus, { type: 'Integer', value: 4 }]]);
    const socket = await answering((message, reply) => {
      // The request itself with its tag turned into a response, and the last number of its OID changed.
      const answer = Buffer.from(message);
      const tag = answer.indexOf(0xa0);
      if (tag >= 0) answer[tag] = 0xa2;
      const last = answer.lastIndexOf(Buffer.from([0x05, 0x00]));
      answer[last - 1] = (answer[last - 1] ?? 0) + 1;
      reply(answer);
    });
    const transport = await openTo(socket.address().port);
    cleanups.push(() => transport.close());
    expect(await transport.request({ op: 'get', oids: [...asked.keys()] }, PATIENCE)).toEqual({
      ok: true,
      data: new Map(),
    });
  });
});

/** A socket that answers every datagram as told. */
async function answering(answer: (message: Buffer, reply: (bytes: Buffer) => void) => void): Promise<Socket> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  socket.on('message', (message, { port, address }) => answer(message, (bytes) => socket.send(bytes, port, address)));
  cleanups.push(() => new Promise((resolve) => socket.close(() => resolve())));
  return socket;
}

describe('opening', () => {
  it('names host, port and version, but not the community, where nobody answers', async () => {
    const server = await serve({ silent: true });
    const transport = snmpTransport({
      host: '127.0.0.1',
      port: server.port,
      version: '1',
      community: 'a secret',
      openMs: 300,
    });
    const opened = await transport.open();
    expect(opened).toMatchObject({ ok: false, error: { code: 'no-answer' } });
    const message = opened.ok ? '' : opened.error.message;
    expect(message).toContain(`127.0.0.1, port ${server.port}`);
    expect(message).toContain('version 1');
    expect(message).not.toContain('a secret');
  });

  it('takes a refusal as a sign of life', async () => {
    const transport = await open(await serve({ rows: () => new Map([[UPS.charge, { type: 'Integer', value: 1 }]]) }), {
      version: '1',
    });
    expect(transport.label).toMatch(/^127\.0\.0\.1:\d+$/);
  });

  it('says when the name of the host is unknown', async () => {
    const opened = await snmpTransport({ host: 'ups.invalid', port: 161, version: '2c' }).open();
    expect(opened).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('version 3', () => {
  const { AuthProtocols, PrivProtocols, SecurityLevel } = snmp;
  const users: readonly snmp.User[] = [
    { name: 'open', level: SecurityLevel.noAuthNoPriv },
    { name: 'signed', level: SecurityLevel.authNoPriv, authProtocol: AuthProtocols.sha, authKey: 'authentic words' },
    ...([['aes'], ['aes256b'], ['aes256r']] as const).map(([cipher]) => ({
      name: `sealed-${cipher}`,
      level: SecurityLevel.authPriv,
      authProtocol: AuthProtocols.sha256,
      authKey: 'authentic words',
      privProtocol: PrivProtocols[cipher],
      privKey: 'private words',
    })),
  ];

  async function serveV3(): Promise<SnmpServer> {
    const server = await serveSnmp(
      { host: '127.0.0.1', port: 0, communities: [], users },
      driver.simulate(createUpsModel()),
    );
    cleanups.push(() => server.close());
    return server;
  }

  it.each([
    ['nothing proven', { user: 'open' }],
    ['a signature', { user: 'signed', auth: 'sha', authPassword: 'authentic words' }],
    [
      'AES-128',
      {
        user: 'sealed-aes',
        auth: 'sha256',
        authPassword: 'authentic words',
        privacy: 'aes',
        privacyPassword: 'private words',
      },
    ],
    [
      'AES-256, Blumenthal',
      {
        user: 'sealed-aes256b',
        auth: 'sha256',
        authPassword: 'authentic words',
        privacy: 'aes256b',
        privacyPassword: 'private words',
      },
    ],
    [
      'AES-256, Reeder',
      {
        user: 'sealed-aes256r',
        auth: 'sha256',
        authPassword: 'authentic words',
        privacy: 'aes256r',
        privacyPassword: 'private words',
      },
    ],
  ] as const)('reads and writes with %s', async (_title, credentials) => {
    const transport = await open(await serveV3(), { version: '3', ...credentials });
    const value: SnmpValue = { type: 'Integer', value: 1 };
    expect((await transport.request({ op: 'set', oid: UPS.audibleStatus, value }, PATIENCE)).ok).toBe(true);
    const reply = await transport.request({ op: 'get', oids: [UPS.audibleStatus] }, PATIENCE);
    expect(reply).toEqual({ ok: true, data: new Map([[UPS.audibleStatus, value]]) });
  });

  it('says that the user is not known, and no password', async () => {
    const server = await serveV3();
    const transport = snmpTransport({
      host: '127.0.0.1',
      port: server.port,
      version: '3',
      user: 'stranger',
      auth: 'sha',
      authPassword: 'hush hush',
    });
    const opened = await transport.open();
    expect(opened).toMatchObject({ ok: false, error: { code: 'unauthorized' } });
    expect(JSON.stringify(opened)).not.toContain('hush');
  });
});
