/** Every recording of the APC Smart protocol, against what was noted down with it and what NUT made of the same device. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { keysOf, parseCapabilities, parseCommandSet } from '../../drivers/apcsmart/capabilities.ts';
import { driver } from '../../drivers/apcsmart/index.ts';
import type { Reply, Wire } from '../../drivers/driver.ts';
import { bytesOf, textOf } from '../../drivers/kit/line/ascii.ts';
import { framed, runTalk } from '../../drivers/kit/talk.ts';
import { known } from '../conformance/subject.ts';
import { describeWithRecordings, recordingsOf } from './recordings.ts';

const text = (name: string, file: string): string => {
  const folder = recordingsOf('serial/apcsmart').find((each) => basename(each) === name);
  if (folder === undefined) throw new Error(`There is no recording ${name}.`);
  return readFileSync(join(folder, file), 'utf8');
};

/** What the device answered to each character. */
type Replies = ReadonlyMap<string, string>;

/** The escapes of the C strings that the recordings keep. The lost byte of one list cannot be told any more. */
function unescaped(from: string): string {
  const named: Readonly<Record<string, string>> = { r: '\r', n: '\n', t: '\t', f: '\f', '^': '^', "'": "'", '"': '"' };
  return from
    .replaceAll('\ufffd', '\x7f')
    .replace(/\\(x[0-9A-Fa-f]{2}|.)/g, (_, code: string) =>
      code.length === 3 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (named[code] ?? code),
    );
}

function pairs(name: string): Replies {
  const found = [...text(name, 'pairs.txt').matchAll(/^"(.*)" -> "(.*)"$/gm)];
  return new Map(found.map(([, sent = '', came = '']) => [unescaped(sent), unescaped(came)]));
}

function serialLog(name: string): Replies {
  const replies = new Map<string, string>();
  let asked = '';
  for (const [, direction, content = ''] of text(name, 'uart.txt').matchAll(/(>>>|<<<) "(.*)"$/gm)) {
    if (direction === '>>>') {
      asked = unescaped(content);
      // Asked in two sessions: the last one counts, silence too.
      replies.delete(asked);
    }
    if (direction === '<<<') replies.set(asked, (replies.get(asked) ?? '') + unescaped(content));
  }
  return replies;
}

const facts = (name: string): Replies =>
  new Map(
    [...text(name, 'facts.txt').matchAll(/^(\S+) -> "?([^"\n]*)"?$/gm)].map(([, key = '', value = '']) => [
      key === '0x01' ? '\x01' : key,
      `${value}\r\n`,
    ]),
  );

function answers(replies: Replies): (request: Wire['stream']) => Reply<'stream'> {
  return (request) => {
    if (request.op === 'pause') throw new Error('No pause is expected.');
    return framed(request, bytesOf(replies.get(textOf(request.send)) ?? ''));
  };
}

function read(replies: Replies) {
  const identity = runTalk(driver.identify({}), answers(replies)).result;
  if (identity === null) return null;
  const polled = runTalk(driver.poll('full', identity), answers(replies)).result;
  if (polled === null) return null;
  return { vars: known(identity, polled).vars, abilities: driver.abilities(identity), absent: polled.absent ?? {} };
}

function demand(replies: Replies) {
  const found = read(replies);
  if (found === null) throw new Error('The recording was not read.');
  return found;
}

const NOTES = z.object({
  expected: z.object({ nut_apcsmart_old_last_values: z.record(z.string(), z.string()) }),
});

/** Names under which NUT published what others publish under another, or what is about its driver. */
const NUTS_OWN = /^(?:driver|device)\.|^ups\.firmware\.old$/;
/** Measured at another moment than the log of the line, or with the time as NUT has it. */
const MEASURED = [
  'battery.charge',
  'battery.runtime',
  'battery.voltage',
  'input.frequency',
  'input.voltage',
  'input.voltage.maximum',
  'input.voltage.minimum',
  'output.voltage',
  'ups.load',
];

const SMART = new Map([
  ['Y', 'SM\r\n'],
  ['Q', '08\r\n'],
]);

describeWithRecordings('APC Smart recordings', () => {
  it('are all used', () => {
    const names = recordingsOf('serial/apcsmart').map((folder) => basename(folder));
    console.log(`captures: ${names.length} recordings of the APC Smart protocol`);
    const source = readFileSync(import.meta.filename, 'utf8');
    expect(names.filter((name) => !source.includes(`'${name}'`))).toEqual([]);
    expect(names.length).toBeGreaterThan(5);
  });

  describe('SU420INET', () => {
    const name = 'apc-su420inet_syssi';
    const log = () => text(name, 'nut_apcsmart-old.log');
    /** What the log of the line lacks is in NUT's log of the same unit: the model, the test result, the choices. */
    const replies = (): Replies => {
      const said = (variable: string) => new RegExp(`SETINFO ${variable} "(.*)"`).exec(log())?.[1] ?? '';
      return new Map([
        ...serialLog(name),
        ['\x01', `${said('ups\\.model')}\r\n`],
        ['X', `${said('ups\\.test\\.result')}\r\n`],
        ['\x1a', `${capabilityString(log())}\r\n`],
      ]);
    };

    it('reads what NUT read, but for what is measured', () => {
      const { vars } = demand(replies());
      const theirs = NOTES.parse(JSON.parse(text(name, 'meta.json'))).expected.nut_apcsmart_old_last_values;
      const fixed = Object.entries(theirs).filter(([key]) => !NUTS_OWN.test(key) && !MEASURED.includes(key));
      expect(fixed.length).toBe(22);
      for (const [key, value] of fixed) {
        const ours = vars.get(key);
        if (key.endsWith('date')) expect(ours).toBe('1998-11-17');
        else if (key === 'ups.test.result') expect([value, ours]).toEqual(['OK', 'Done and passed']);
        else if (typeof ours === 'number') expect(ours, key).toBe(Number(value));
        else expect(ours, key).toBe(value.trim());
      }
    });

    it('reads what the line carried', () => {
      const { vars, absent } = demand(replies());
      expect(Object.fromEntries(vars)).toMatchObject({
        'battery.charge': 100,
        'battery.runtime': 42 * 60,
        'battery.voltage': 13.61,
        'input.frequency': 50,
        'input.voltage': 231.8,
        'input.voltage.maximum': 233.2,
        'input.voltage.minimum': 231.8,
        'output.voltage': 231.8,
        'ups.load': 9.1,
      });
      // It has no sensor for it, and does not list the question among those that it understands.
      expect(vars.has('ups.temperature')).toBe(false);
      expect(Object.values(absent)).not.toContain('');
    });

    it('lets be set what NUT lets be set, to the same values', () => {
      const { settings } = demand(replies()).abilities;
      const theirs = new Map<string, string[]>();
      for (const [, variable = '', value = ''] of log().matchAll(/ADDENUM (\S+) "(.*)"/g)) {
        theirs.set(variable, [...(theirs.get(variable) ?? []), value]);
      }
      expect(theirs.size).toBe(10);
      const ours: Readonly<Record<string, { readonly values?: readonly string[] } | undefined>> = settings;
      for (const [variable, values] of theirs) {
        const numbers = values.map((value) => (/^\d+$/.test(value) ? String(Number(value)) : value));
        expect(ours[variable]?.values?.toSorted(), variable).toEqual([...new Set(numbers)].toSorted());
      }
      for (const [, variable = ''] of log().matchAll(/SETFLAGS (\S+) RW STRING/g))
        expect(ours).toHaveProperty([variable]);
    });

    it('offers the commands that NUT offered', () => {
      const { commands } = demand(replies()).abilities;
      // The name of @ in that driver of NUT's, which no other has.
      const theirs = [...log().matchAll(/ADDCMD (\S+)/g)].map(([, command = '']) => command.replace(/\.grace$/, ''));
      expect(theirs).toHaveLength(11);
      for (const command of theirs) expect(Object.keys(commands)).toContain(command);
    });

    it('in the emulator made of it: every bit of a status', () => {
      const found = demand(pairs('apc-su420inet_syssi-emulator'));
      expect(found.vars.get('ups.status')).toBe('OL RB CAL TRIM BOOST');
    });
  });

  it('SUVS420I: asked only for the little that it understands', () => {
    const replies = serialLog('apc-suvs420i-new_syssi');
    const { vars, abilities } = demand(replies);
    expect(Object.fromEntries(vars)).toEqual({
      'input.quality': 'FF',
      'input.transfer.reason': 'simulated power failure or UPS test',
      'ups.firmware': '42.L.I',
      'ups.mfr': 'APC',
      'ups.serial': 'GS9803139882',
      'ups.status': 'OL',
    });
    expect(abilities.settings).toEqual({});
    expect(parseCommandSet((replies.get('a') ?? '').trim())).toEqual(keysOf('98~`\x01ynba@YXUSQKGA'));
  });

  it('Smart-UPS RT 1000 XL: every number of it', () => {
    const { vars } = demand(pairs('apc-smart-ups-rt-1000-xl_syssi-emulator'));
    expect(Object.fromEntries(vars)).toMatchObject({
      'battery.voltage': 54.27,
      'ups.temperature': 27.4,
      'input.frequency': 50.03,
      'input.voltage': 216,
      'input.voltage.maximum': 217.4,
      'input.voltage.minimum': 214.5,
      'output.voltage': 229.3,
      'ups.load': 27,
      'battery.charge': 100,
      'battery.voltage.nominal': 48,
      'battery.runtime': 64 * 60,
      'input.transfer.low': 161,
      'input.transfer.high': 253,
      'ups.serial': 'JS1501113445',
      'ups.firmware': '411.7.I',
      'ups.status': 'OL',
      'ups.test.interval': 0,
      // Neither can be read by the day alone, and the serial number tells another year.
      'ups.mfr.date': '01/06/07',
      'battery.date': '01/06/21',
    });
    for (const absent of ['ambient.temperature', 'ambient.humidity', 'ups.contacts'])
      expect(vars.has(absent)).toBe(false);
  });

  it('Smart-UPS RT 10000 XL: what upsc showed', () => {
    const replies = facts('apc-smart-ups-rt-10000-xl_nut-180');
    const set = `3.!$%+?=#|.${[...replies.keys(), 'Q', 'Y'].join('')}\r\n`;
    const { vars } = demand(new Map([...SMART, ...replies, ['a', set]]));
    expect(Object.fromEntries(vars)).toEqual({
      'battery.charge': 100,
      'battery.voltage': 219.2,
      'input.voltage': 227.5,
      'output.current': 7.29,
      'output.voltage': 230.4,
      'ups.load': 16,
      'ups.temperature': 22.9,
      'ups.firmware': '476.18.W',
      'ups.mfr': 'APC',
      'ups.model': 'Smart-UPS RT 10000 XL',
      'ups.serial': 'B21130002653',
      'ups.status': 'OL',
    });
  });

  it('SUA1500RMI2U: the current, where the device lists the question', () => {
    const replies = facts('apc-sua1500rmi2u_nut-757');
    const { vars } = demand(new Map([...SMART, ...replies, ['a', '3.!.QYV/\r\n']]));
    expect(vars.get('output.current')).toBe(0.88);
    expect(vars.get('ups.firmware')).toBe('FWI');
  });

  it('the capability string that the document prints, which breaks off', () => {
    const line = text('apcsmart-capability-string_doc-example', 'string.txt').trim();
    const { groups, whole } = parseCapabilities(line.replace(' ....', ''));
    expect(whole).toBe(true);
    expect(groups).toEqual([
      { ask: 'u', country: 'D', choices: ['132', '135', '138', '129'] },
      { ask: 'u', country: 'M', choices: ['229', '234', '239', '224'] },
      { ask: 'u', country: 'A', choices: ['110', '112', '114', '108'] },
    ]);
    expect(parseCapabilities(line)).toEqual({ groups, whole: false });
  });
});

/** The capability string as the device must have sent it for NUT's log to come about. */
function capabilityString(log: string): string {
  const groups: string[] = [];
  for (const [, hex = '', country = '', variable = '', list = ''] of log.matchAll(
    /Supported capability: (\w\w) \((.)\) - (\S+)\n((?:.*(?:SETFLAGS|ADDENUM).*\n)*)/g,
  )) {
    const shown = [...list.matchAll(/ADDENUM \S+ "(.*)"/g)].map(([, value = '']) => value);
    const choices = choicesOf(variable, shown);
    const [first = ''] = choices;
    groups.push(
      `${String.fromCharCode(Number.parseInt(hex, 16))}${country}${choices.length}${first.length}${choices.join('')}`,
    );
  }
  return `#${groups.join('')}`;
}

/** NUT shows minutes and hours in seconds, and both "at power on" and "never" as 0. */
function choicesOf(variable: string, shown: readonly string[]): readonly string[] {
  if (variable === 'ups.test.interval') return ['336', '168', 'ON ', 'OFF'];
  if (variable === 'battery.runtime.low') return shown.map((value) => String(Number(value) / 60).padStart(2, '0'));
  return shown;
}
