import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_FORM, faultOf, uriOf } from '../../src-renderer/logic/add-form.ts';
import { type SerialForm, serialUri, simulatedUri, type SnmpForm, snmpUri } from '../../src-renderer/logic/uri.ts';
import { parseUri } from '../../src-shared/address/uri.ts';

const { serial, snmp } = EMPTY_FORM;
/** Anything a person may type, without the blanks that the form strips. */
const typed = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((text) => text.trim() === text && !text.includes('\0') && !/\p{C}/u.test(text));

describe('what the form builds, the engine reads back', () => {
  it('a serial port', () => {
    const form: SerialForm = {
      path: '/dev/ttyUSB0',
      driver: 'megatec',
      dialect: 'q1',
      baud: '2400',
      parity: 'none',
      dtr: '1',
      rts: '0',
    };
    expect(parseUri(serialUri(form))).toEqual({
      scheme: 'serial',
      path: '/dev/ttyUSB0',
      driver: 'megatec',
      dialect: 'q1',
      baud: 2400,
      parity: 'none',
      dtr: true,
      rts: false,
    });
    expect(serialUri({ ...serial, path: 'COM3' })).toBe('serial:COM3');
  });

  it('any path', () => {
    fc.assert(
      fc.property(typed, (name) => {
        const path = `/dev/${name}`;
        expect(parseUri(serialUri({ ...serial, path }))).toEqual({ scheme: 'serial', path });
      }),
      { examples: [['odd?#%20port'], ['100%']] },
    );
  });

  it('SNMP with any community', () => {
    fc.assert(
      fc.property(typed, (community) => {
        expect(parseUri(snmpUri({ ...snmp, host: 'nas.local', community }))).toEqual({
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
        const form: SnmpForm = {
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
        expect(parseUri(snmpUri(form))).toEqual({
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
    expect(parseUri(simulatedUri({ driver: 'megatec', scenario: 'brown-out', speed: '10' }))).toEqual({
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
    snmp: { ...snmp, host: 'nas', version: '3' as const, user: 'me' },
  };

  it.each([
    ['nothing typed', EMPTY_FORM, 'path'],
    ['no host', { ...filled, snmp: { ...filled.snmp, host: ' ' } }, 'host'],
    ['no user', { ...filled, snmp: { ...filled.snmp, user: '' } }, 'user'],
    ['no password', { ...filled, snmp: { ...filled.snmp, auth: 'sha' as const } }, 'authPassword'],
    ['no driver', { ...EMPTY_FORM, kind: 'sim' as const }, 'driver'],
    ['enough', filled, undefined],
  ])('%s', (_name, form, expected) => {
    expect(faultOf(form)).toBe(expected);
  });

  it('sends no password of a protocol that is not chosen', () => {
    const left = { ...filled, snmp: { ...filled.snmp, authPassword: 'left over', privacyPassword: 'left over' } };
    expect(uriOf(left)).toBe('snmp://nas:161?version=3&user=me');
  });
});
