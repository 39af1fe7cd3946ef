import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AddForm, EMPTY_FORM, faultOf, uriOf } from '../../src-renderer/logic/add-form.ts';
import { startOf, uriIn, withValue } from '../../src-shared/address/form.ts';
import { ADDRESS_PARTS } from '../../src-shared/address/index.ts';
import { FORM_SCHEMES, SCHEMES } from '../../src-shared/address/kinds.ts';
import { parseUri } from '../../src-shared/address/uri.ts';

const serial = startOf('serial');
const snmp = startOf('snmp');
/** Anything a person may type, without the blanks that the form strips. */
const typed = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((text) => text.trim() === text && !text.includes('\0') && !/\p{C}/u.test(text));

describe('what the form builds, the engine reads back', () => {
  it('a serial port', () => {
    const form = {
      path: '/dev/ttyUSB0',
      driver: 'megatec',
      dialect: 'q1',
      baud: '2400',
      parity: 'none',
      dtr: '1',
      rts: '0',
    };
    expect(parseUri(uriIn('serial', form))).toEqual({
      scheme: 'serial',
      path: '/dev/ttyUSB0',
      driver: 'megatec',
      dialect: 'q1',
      baud: 2400,
      parity: 'none',
      dtr: true,
      rts: false,
    });
    expect(uriIn('serial', { ...serial, path: 'COM3' })).toBe('serial:COM3');
  });

  it('any path', () => {
    fc.assert(
      fc.property(typed, (name) => {
        const path = `/dev/${name}`;
        expect(parseUri(uriIn('serial', { ...serial, path }))).toEqual({ scheme: 'serial', path });
      }),
      { examples: [['odd?#%20port'], ['100%']] },
    );
  });

  it('SNMP with any community', () => {
    fc.assert(
      fc.property(typed, (community) => {
        expect(parseUri(uriIn('snmp', { ...snmp, host: 'nas.local', community }))).toEqual({
          scheme: 'snmp',
          host: 'nas.local',
          port: 161,
          community,
          version: '2c',
        });
      }),
    );
  });

  it('SNMP version 3 with any secrets', () => {
    fc.assert(
      fc.property(typed, typed, typed, (user, authPassword, privacyPassword) => {
        const form = {
          ...snmp,
          host: '2001:db8::1',
          port: '1161',
          version: '3',
          table: 'ietf',
          user,
          auth: 'sha512',
          authPassword,
          privacy: 'aes256b',
          privacyPassword,
        };
        expect(parseUri(uriIn('snmp', form))).toEqual({
          scheme: 'snmp',
          host: '2001:db8::1',
          port: 1161,
          community: 'public',
          version: '3',
          table: 'ietf',
          user,
          auth: 'sha512',
          authPassword,
          privacy: 'aes256b',
          privacyPassword,
        });
      }),
    );
  });

  it('a simulated UPS', () => {
    expect(parseUri(uriIn('sim', { driver: 'megatec', scenario: 'brown-out', speed: '10' }))).toEqual({
      scheme: 'sim',
      driver: 'megatec',
      scenario: 'brown-out',
      speed: 10,
    });
  });
});

describe('faultOf', () => {
  const filled = {
    ...EMPTY_FORM,
    kind: 'snmp' as const,
    typed: { snmp: { ...snmp, host: 'nas', version: '3', user: 'me' } },
  };
  const withSnmp = (change: object): AddForm => ({ ...filled, typed: { snmp: { ...filled.typed.snmp, ...change } } });

  it.each<[string, AddForm, string | undefined]>([
    ['nothing typed', EMPTY_FORM, 'path'],
    ['no host', withSnmp({ host: ' ' }), 'host'],
    ['no user', withSnmp({ user: '' }), 'user'],
    ['no password', withSnmp({ auth: 'sha' }), 'authPassword'],
    ['no second password', withSnmp({ auth: 'sha', authPassword: 'a', privacy: 'aes' }), 'privacyPassword'],
    ['no driver', { ...EMPTY_FORM, kind: 'sim' }, 'driver'],
    ['enough', filled, undefined],
  ])('%s', (_name, form, expected) => {
    expect(faultOf(form)).toBe(expected);
  });

  it('sends no password of a protocol that is not chosen', () => {
    const left = withSnmp({ authPassword: 'left over', privacyPassword: 'left over' });
    expect(uriOf(left)).toBe('snmp://nas:161?version=3&user=me');
  });
});

describe('the form', () => {
  it('is there for exactly the kinds of address that describe one', () => {
    expect(SCHEMES.filter((scheme) => ADDRESS_PARTS[scheme].form !== undefined)).toEqual(FORM_SCHEMES);
  });

  it('forgets the dialect of a driver when another is chosen', () => {
    const chosen = withValue('serial', { ...serial, driver: 'megatec', dialect: 'q1' }, 'driver', 'apcsmart');
    expect(chosen).toEqual({ ...serial, driver: 'apcsmart', dialect: '' });
  });
});
