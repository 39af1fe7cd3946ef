/** Secrets of device addresses, however the address was mistyped. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src-main/engine/base/json.ts';
import { parseUri } from '../../src-shared/address/uri.ts';
import { redactUri, redactWithin } from '../../src-shared/address/redact.ts';

const SECRET = 'hunter2xyz';

const FORMS = [
  'snmp://S@host',
  'snmp:/S@host',
  'snmp:S@host',
  'snmp:///S@host',
  'snmp//S@host',
  'snmp:\\\\S@host',
  'SNMP://S@host',
  'snpm://S@host',
  'snmps://S@host:161?version=2c',
  ' snmp :// S@host',
  'S@host',
  '//S@host',
  'snmp://S@S@host',
  'snmp://a?S@host',
  'snmp://a?S@host?version=2c',
  'snmp://a/S@host',
  'snmp://a:S@host',
  'http://me:S@host/path',
  'snmp://x@S:y',
  'serial:snmp://S@host',
  'snmp://host?authPassword=S',
  'snmp://host?authpassword=S&version=3',
  'snmp://host?auth_password=S',
  'snmp://host?authPasword=S',
  'snmp://host?password=S',
  'snmp://host?community=S',
  'snmp://host?key=S',
  'snmp://host?something=S',
  'snmp://host?S',
  'snmp://host?version=3&user=me&authPassword=a&S=b',
  'snmp://host?version=3&user=me&authPassword=a&S',
  'snmp://host?version=3&user=me&authPassword=a&S=1&S=2',
  'snmp://host?version=3?authPassword=S',
  'hid:051d:0002?password=S',
] as const;

describe('an address with a secret', () => {
  it.each(FORMS)('%s is shown without it', (form) => {
    expect(redactUri(form.replaceAll('S', SECRET).replace(`${SECRET}NMP`, 'SNMP'))).not.toContain(SECRET);
  });

  it.each(FORMS)('%s is refused, or taken, without repeating it', (form) => {
    const uri = form.replaceAll('S', SECRET).replace(`${SECRET}NMP`, 'SNMP');
    let said = '';
    try {
      parseUri(uri);
    } catch (thrown) {
      said = String(thrown);
    }
    expect(said).not.toContain(SECRET);
  });

  it.each(FORMS)('%s is taken out of what a program repeats', (form) => {
    const uri = form.replaceAll('S', SECRET).replace(`${SECRET}NMP`, 'SNMP').replaceAll(' ', '');
    if (!/[:@]/.test(uri)) return;
    expect(redactWithin(`error: unknown command '${uri}'`)).not.toContain(SECRET);
  });

  it('is not shown however a right one is broken', () => {
    const secret = fc.stringMatching(/^[a-z0-9]{12}$/);
    const parts = ['snmp:', '//', 'SECRET', '@', '192.0.2.7', ':161', '?version=3', '&user=me', '&auth=sha'] as const;
    fc.assert(
      fc.property(
        secret,
        fc.integer({ min: 0, max: parts.length - 1 }),
        fc.constantFrom('', '/', '?', ':', '@', ' '),
        (word, at, by) => {
          // One part is missing or another; the secret stays, and stays before its @.
          const broken = parts.map((part, index) => (index === at && part !== 'SECRET' && part !== '@' ? by : part));
          expect(redactUri(broken.join('').replace('SECRET', word))).not.toContain(word);
        },
      ),
    );
  });

  it.each([
    ['serial:/dev/serial/by-id/usb-A@B-port0', 'serial:/dev/serial/by-id/usb-A@B-port0'],
    ['replay:/home/me@work/a.snmprec', 'replay:/home/me@work/a.snmprec'],
    ['snmp://public@192.0.2.7:161?version=2c', 'snmp://public@192.0.2.7:161?version=2c'],
    [
      'snmp://192.0.2.7?version=3&user=me&auth=sha&authPassword=x',
      'snmp://192.0.2.7?version=3&user=me&auth=sha&authPassword=***',
    ],
    ['snmp:/x@192.0.2.7', 'snmp:/***@192.0.2.7'],
    ['sim:megatec?scenario=outage&speed=4', 'sim:megatec?scenario=outage&speed=4'],
  ])('%s still shows what is none', (uri, shown) => {
    expect(redactUri(uri)).toBe(shown);
  });
});

describe('a file of secrets that is damaged', () => {
  it.each([`{"a": ${SECRET}}`, SECRET, `{"a":"${SECRET}" "b"}`, `{"a":"${SECRET}`, `["${SECRET}",]`, `{${SECRET}`])(
    '%s is refused without repeating them',
    (text) => {
      expect(() => parseJson(text)).toThrow(SyntaxError);
      expect(() => parseJson(text)).not.toThrow(SECRET);
      expect(() => parseJson(text)).not.toThrow(SECRET.slice(0, 5));
    },
  );
});
