import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isVarName } from '../../src-shared/nut/index.ts';
import { mainstay, start } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'mainstay-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the README promises of `read --json`. */
const readingSchema = z.strictObject({
  uri: z.string(),
  driver: z.string(),
  identity: z.record(z.string(), z.union([z.string(), z.boolean()])),
  vars: z.record(z.string().refine(isVarName), z.union([z.string(), z.number()])),
  derived: z.array(z.string()),
  at: z.iso.datetime(),
});

describe('mainstay read', { timeout: 30_000 }, () => {
  it('prints one object with numbers as numbers', async () => {
    const { code, stdout } = await mainstay('read', 'sim:megatec', '--json');
    expect(code).toBe(0);
    const reading = readingSchema.parse(JSON.parse(stdout));
    expect(reading).toMatchObject({ driver: 'megatec', vars: { 'ups.status': 'OL', 'input.voltage.nominal': 230 } });
    expect(reading.derived).toEqual([]);
    // While the charger works, the voltage tells no charge.
    expect(reading.vars).not.toHaveProperty(['battery.charge']);
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  it('prints a table for people, with what is derived marked', async () => {
    const { code, stdout } = await mainstay('read', 'sim:apcsmart');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ups\.mfr\s+APC \(derived\)\s+UPS maker$/m);
    expect(stdout).toMatch(/^ups\.status\s+On mains\s+Status$/m);
  });

  it.each([
    ['nonsense', 2, 'One looks like serial:/dev/ttyUSB0'],
    ['sim:nobody', 2, 'There is no driver "nobody"'],
    ['sim:megatec?scenario=party', 2, 'There is no scenario "party"'],
    ['serial:/dev/mainstay-has-no-such-port', 3, '/dev/mainstay-has-no-such-port'],
    ['snmp://secret@127.0.0.1:9', 3, '127.0.0.1'],
  ])('ends on %s with code %i and says why', async (uri, expected, words) => {
    const { code, stdout, stderr } = await mainstay('read', uri, '--json', '--timeout', '20');
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('secret');
    expect(stderr).not.toContain('    at ');
  });
});

describe('mainstay command and set', { timeout: 30_000 }, () => {
  it('runs a harmless command', async () => {
    const { code, stdout } = await mainstay('command', 'sim:snmp', 'beeper.disable', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ result: 'accepted' });
  });

  it('refuses what drops the load until it is told that the effect is wanted', async () => {
    const refused = await mainstay('command', 'sim:megatec', 'load.off');
    expect(refused.code).toBe(5);
    expect(refused.stderr).toContain('loses power');
    const done = await mainstay('command', 'sim:megatec', 'load.off', '--yes');
    expect(done.code).toBe(0);
  });

  it('names what the device offers when asked for something else', async () => {
    const { code, stderr } = await mainstay('command', 'sim:megatec', 'bypass.start');
    expect(code).toBe(5);
    expect(stderr).toContain('test.battery.start.quick');
  });

  it('sets a variable and confirms it by reading it back', async () => {
    const { code, stdout } = await mainstay('set', 'sim:snmp', 'input.transfer.low', '180', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ result: 'confirmed' });
  });

  it('refuses a variable that cannot be set, and a value out of range', async () => {
    expect((await mainstay('set', 'sim:megatec', 'input.voltage', '1')).code).toBe(5);
    expect((await mainstay('set', 'sim:snmp', 'input.transfer.low', 'lots')).code).toBe(2);
  });
});

describe('mainstay watch', { timeout: 30_000 }, () => {
  it('prints a reading and then changes, one JSON object a line', async () => {
    const running = start('watch', 'sim:megatec?scenario=outage&speed=4', '--json');
    const first = await running.line(() => true);
    expect(readingSchema.safeParse(JSON.parse(first)).success).toBe(true);
    const change = await running.line((line) => line.includes('"ups.status":"O') && !line.includes('"uri"'));
    const { vars } = z.object({ vars: z.record(z.string(), z.unknown()) }).parse(JSON.parse(change));
    expect(vars['ups.status']).toMatch(/^O[BL]/);
    expect(await running.stop()).toBe(0);
  });
});

describe('mainstay simulate', { timeout: 30_000 }, () => {
  it('serves an SNMP agent that read finds', async () => {
    const agent = start('simulate', 'snmp', '--udp', '127.0.0.1:0', '--state', '{"charge":42,"mainsVoltage":0}');
    const uri = await agent.line((line) => line.startsWith('snmp://'));
    const { code, stdout } = await mainstay('read', uri, '--json');
    expect(await agent.stop()).toBe(0);
    expect(code).toBe(0);
    const { vars, driver } = readingSchema.parse(JSON.parse(stdout));
    expect({ driver, status: vars['ups.status'] }).toEqual({ driver: 'snmp', status: 'OB DISCHRG' });
    expect(vars['battery.charge']).toBeGreaterThan(40);
    expect(vars['battery.charge']).toBeLessThanOrEqual(42);
  });

  it.each([
    [['simulate', 'nobody'], 'There is no driver "nobody"'],
    [['simulate', 'megatec'], '--pty PATH'],
    [['simulate', 'snmp', '--udp', 'nowhere'], '--udp HOST:PORT'],
    [['simulate', 'snmp', '--udp', '0', '--state', '{"charge":"full"}'], '--state does not fit'],
    [['simulate', 'snmp', '--udp', '0', '--state', '{'], '--state is not JSON'],
    [['simulate', 'snmp', '--udp', '0', '--scenario', '/nowhere'], 'neither a scenario'],
    [['simulate', 'snmp', '--udp', '0', '--profile', 'huge'], 'There is no profile "huge"'],
  ])('refuses %j', async (words, why) => {
    const { code, stderr } = await mainstay(...words);
    expect(code).toBe(2);
    expect(stderr).toContain(why);
  });

  it('plays a scenario of a file', async () => {
    const file = join(folder, 'storm.json');
    writeFileSync(
      file,
      JSON.stringify({ name: 'storm', title: 'Storm', steps: [{ at: 0, set: { mainsVoltage: 0 } }] }),
    );
    const agent = start('simulate', 'snmp', '--udp', '127.0.0.1:0', '--scenario', file);
    const uri = await agent.line((line) => line.startsWith('snmp://'));
    const { stdout } = await mainstay('read', uri, '--json');
    await agent.stop();
    expect(readingSchema.parse(JSON.parse(stdout)).vars['ups.status']).toBe('OB DISCHRG');
  });
});

describe('mainstay replay', { timeout: 30_000 }, () => {
  it('feeds an exchange file to the drivers', async () => {
    const file = join(folder, 'exchange.txt');
    // The example of the specification (Megatec Protocol Information, "Status Inquiry").
    writeFileSync(file, '> Q1\n< (208.4 140.0 208.4 034 59.9 2.05 35.0 00110000\n');
    const { code, stdout } = await mainstay('replay', file, '--json');
    expect(code).toBe(0);
    const { driver, vars } = readingSchema.parse(JSON.parse(stdout));
    expect(driver).toBe('megatec');
    expect(vars).toMatchObject({ 'input.voltage': 208.4, 'ups.load': 34, 'ups.temperature': 35 });
  });

  it('tells a file that is none from one that no driver knows', async () => {
    expect((await mainstay('replay', join(folder, 'nothing.txt'))).code).toBe(3);
    const file = join(folder, 'other.txt');
    writeFileSync(file, '> Q1\n< HELLO\n');
    expect((await mainstay('replay', file)).code).toBe(4);
  });
});

describe('mainstay itself', { timeout: 30_000 }, () => {
  it('lists its drivers', async () => {
    const { code, stdout } = await mainstay('drivers', '--json');
    expect(code).toBe(0);
    const ids = z.object({ drivers: z.array(z.object({ id: z.string() })) }).parse(JSON.parse(stdout)).drivers;
    expect(ids.map(({ id }) => id)).toEqual(expect.arrayContaining(['megatec', 'snmp']));
  });

  it('lists what it found without sending anything', async () => {
    const { code, stdout } = await mainstay('list', '--no-probe', '--json');
    expect(code).toBe(0);
    expect(
      z.object({ candidates: z.array(z.unknown()), looked: z.array(z.string()) }).safeParse(JSON.parse(stdout)).success,
    ).toBe(true);
  });

  it.each([
    [[]],
    [['dance']],
    [['read']],
    [['read', 'sim:megatec', '--timeout', 'soon']],
    [['serve', '--port', '99999']],
  ])('answers %j with its usage and code 2', async (words) => {
    const { code, stdout, stderr } = await mainstay(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/usage|error/i);
  });
});
