/** What a device or a client says, on its way to a terminal and to the log of a service. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { runProgram, startProgram } from './program.ts';
import { attack } from './service.ts';

const folder = mkdtempSync(join(tmpdir(), 'mainstay-terminal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Sets the title of the window, rings, goes to another line, colours (C1), turns the direction of reading round. */
const NASTY = 'A\u001b]0;x\u0007B\nC\r\u009b31mD\u202eE\u2028F\u007f';
/** Drivers take a name with C0 for garbled and withhold it; C1 are letters to them. */
const NASTY_MODEL = 'A\u009b31mB\u009d0;x\u009cC';
/** What none of it may be in: anything but printable characters and the ends of our own lines. */
// oxlint-disable-next-line no-control-regex -- It looks for them.
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;

function expectPlain(...texts: readonly string[]): void {
  for (const text of texts) {
    expect(OBEYED.exec(text)?.[0]).toBeUndefined();
    // Nor may it begin a line of its own, as if Mainstay had said it.
    expect(text).not.toMatch(/^C/m);
  }
}

const hex = (text: string): string => Buffer.from(text, 'utf8').toString('hex');

/** An agent of the UPS MIB (RFC 1628) whose names are nasty. */
const nastyAgent = join(folder, 'nasty.snmprec');
writeFileSync(
  nastyAgent,
  [
    `1.3.6.1.2.1.1.1.0|4x|${hex(NASTY)}`,
    '1.3.6.1.2.1.1.2.0|6|1.3.6.1.2.1.33',
    `1.3.6.1.2.1.1.5.0|4x|${hex(NASTY)}`,
    `1.3.6.1.2.1.33.1.1.1.0|4x|${hex(NASTY)}`,
    `1.3.6.1.2.1.33.1.1.2.0|4x|${Buffer.from(NASTY_MODEL, 'latin1').toString('hex')}`,
    `1.3.6.1.2.1.33.1.1.3.0|4x|${hex(NASTY)}`,
    `1.3.6.1.2.1.33.1.1.5.0|4x|${hex(NASTY)}`,
    '1.3.6.1.2.1.33.1.2.1.0|2|2',
    '1.3.6.1.2.1.33.1.2.4.0|2|90',
    '1.3.6.1.2.1.33.1.4.1.0|2|3',
    '',
  ].join('\n'),
);

describe('a UPS that calls itself something nasty', () => {
  const uri = `replay:${nastyAgent}`;
  it.each([
    ['read', ['read', uri]],
    ['replay', ['replay', nastyAgent]],
    ['read, for programs', ['read', uri, '--json']],
    ['command', ['command', uri, NASTY]],
    ['set', ['set', uri, NASTY, NASTY]],
  ])('gets nothing through %s', async (_what, words) => {
    const { stdout, stderr } = await runProgram(words);
    expectPlain(stdout, stderr);
    expect(stdout + stderr).not.toBe('');
  });

  it('is told to programs as it is', async () => {
    const { stdout, code } = await runProgram(['read', uri, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ vars: { 'ups.model': NASTY_MODEL } });
  });

  it('gets nothing through watch', async () => {
    const watching = startProgram(['watch', uri]);
    await watching.until(/ups\.status/);
    const { stdout, stderr } = await watching.stop();
    expectPlain(stdout, stderr);
  });

  it('gets nothing into the log of a service', async () => {
    const data = mkdtempSync(join(folder, 'data-'));
    const devices = [{ id: 'ups-1', uri, nickname: NASTY.slice(0, 60), feedsThisComputer: true }];
    writeFileSync(join(data, 'settings.json'), JSON.stringify({ version: 1, devices }));
    const service = await attack(data, data);
    await service.until('live', (state) => state.devices['ups-1']?.link === 'live');
    const status = await runProgram(['service', 'status'], { MAINSTAY_SOCKET: service.socket });
    expectPlain(status.stdout, status.stderr);
    await service.stop();
    expectPlain(service.program.said().stdout, service.program.said().stderr);
  });
});

describe('a client that says something nasty', () => {
  it('gets nothing into the log of a service', async () => {
    const data = mkdtempSync(join(folder, 'client-'));
    const service = await attack(data, data);
    for (const message of [
      { call: NASTY, id: 1 },
      { [NASTY]: NASTY },
      NASTY,
      { id: 1, call: 'devices.add', input: { uri: NASTY } },
    ]) {
      const socket = createConnection(service.socket);
      socket.on('error', () => undefined);
      socket.write(`${JSON.stringify(message)}\n\u001b]0;x\u0007\n`);
      await pause(300);
      socket.destroy();
    }
    await service.stop();
    const { stdout, stderr } = service.program.said();
    expect(stderr).toContain('refused');
    expectPlain(stdout, stderr);
  });
});

describe('what was typed', () => {
  it.each([
    ['an address', ['read', NASTY]],
    ['a command', [NASTY]],
    ['one word more', ['read', 'sim:megatec', NASTY]],
    ['a host', ['list', '--no-probe', '--host', NASTY]],
    ['a driver', ['simulate', NASTY]],
    ['a file', ['replay', `/nowhere/${NASTY}`]],
    ['an option', ['drivers', `--${NASTY}`]],
    ['a value', ['serve', '--port', NASTY]],
  ])('is repeated plainly: %s', async (_what, words) => {
    const { stdout, stderr } = await runProgram(words);
    expectPlain(stdout, stderr);
  });

  const SECRET = 'hunter2xyz';
  it.each([
    [['read', `snmp:/${SECRET}@127.0.0.1`]],
    [['read', `snmp//${SECRET}@127.0.0.1`]],
    [['watch', `snmp:${SECRET}@127.0.0.1`]],
    [[`snmp:/${SECRET}@127.0.0.1`]],
    [['read', 'sim:megatec', `snmp:/${SECRET}@127.0.0.1`]],
    [['list', '--no-probe', '--host', `snmp:/${SECRET}@127.0.0.1`]],
    [['list', '--no-probe', '--host', `${SECRET}@127.0.0.1`]],
    [['command', `snmp://127.0.0.1?version=3&user=me&authPassword=a&${SECRET}=b`, 'beeper.enable']],
    [['set', `snmp://127.0.0.1?authpassword=${SECRET}`, 'x', 'y']],
  ])('does not show its secret: %j', async (words) => {
    const { stdout, stderr } = await runProgram(words);
    expect(stderr).not.toBe('');
    expect(stdout + stderr).not.toContain(SECRET);
  });

  it('in the settings of a service does not show its secret, in the state, its events, its log or a bundle', async () => {
    const data = mkdtempSync(join(folder, 'secret-'));
    const uri = `snmp:/${SECRET}@127.0.0.1`;
    const devices = [{ id: 'ups-1', uri, nickname: '', feedsThisComputer: true }];
    writeFileSync(join(data, 'settings.json'), JSON.stringify({ version: 1, devices }));
    const service = await attack(data, data);
    const { client } = service;
    const state = await service.state();
    const { events } = await client.call('events.query', { limit: 100 });
    const { data: bundle } = await client.call('diagnostics.bundle', {});
    const files = Object.values(unzipSync(Buffer.from(bundle, 'base64'))).map((file) => strFromU8(file));
    await service.stop();
    const said = service.program.said();
    const all = JSON.stringify([state, events, said, files]);
    expect(all).toContain('127.0.0.1');
    expect(all).not.toContain(SECRET);
  });
});
