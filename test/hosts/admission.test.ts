import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Admission, refuseHost, refuseOrigin, accessOf } from '../../src-main/hosts/headless/admission.ts';

const local: Admission = {
  tokens: { act: 'a-token-of-some-length', watch: 'another-of-some-length' },
  loopback: true,
  names: [],
};
const open: Admission = { ...local, loopback: false, names: ['nas', 'nas.local'] };

describe('the Host header', () => {
  it.each(['localhost:8493', '127.0.0.1:8493', '127.0.0.1', '[::1]:8493', 'LOCALHOST:8493', '127.8.8.8:1'])(
    'of this computer is answered: %s',
    (host) => expect(refuseHost(host, local)).toBeUndefined(),
  );

  it.each(['evil.example:8493', 'localhost.evil.example', '127.0.0.1.evil.example', '192.0.2.7:8493', 'nas:8493'])(
    'of a stranger is not, on a port that only this computer reaches: %s',
    (host) => expect(refuseHost(host, local)?.status).toBe(421),
  );

  it.each(['192.0.2.7:8493', '[2001:db8::1]:8493', 'nas:8493', 'NAS.local', 'localhost'])(
    'may be an address or an own name where others may come: %s',
    (host) => expect(refuseHost(host, open)).toBeUndefined(),
  );

  it('of a name that was pointed here is refused where others may come', () => {
    expect(refuseHost('evil.example:8493', open)?.status).toBe(421);
  });

  it.each([undefined, '', ' ', 'a b', '@', 'x:port'])('that is none is a bad request: %o', (host) =>
    expect(refuseHost(host, local)?.status).toBe(400),
  );

  it('never throws, whatever it says', () => {
    assert(
      property(string(), string(), (host, origin) => {
        refuseHost(host, local);
        refuseOrigin(origin, host);
      }),
    );
  });
});

describe('the Origin header', () => {
  it.each([
    [undefined, '127.0.0.1:8493'],
    ['http://127.0.0.1:8493', '127.0.0.1:8493'],
    ['http://LocalHost:8493', 'localhost:8493'],
    ['https://nas.local', 'nas.local'],
    ['http://nas', 'nas:80'],
  ])('%o may open the wire of %s', (origin, host) => expect(refuseOrigin(origin, host)).toBeUndefined());

  it.each([
    ['http://evil.example', '127.0.0.1:8493'],
    ['http://127.0.0.1:8080', '127.0.0.1:8493'],
    ['http://localhost:8493', '127.0.0.1:8493'],
    ['null', '127.0.0.1:8493'],
    ['', '127.0.0.1:8493'],
    ['file://127.0.0.1:8493', '127.0.0.1:8493'],
    ['http://127.0.0.1:8493', undefined],
  ])('%o may not open the wire of %s', (origin, host) => expect(refuseOrigin(origin, host)?.status).toBe(403));
});

describe('a token', () => {
  const { act, watch } = local.tokens;

  it.each([
    [act, 'act'],
    [watch, 'watch'],
  ])('%s is found among the subprotocols: it may %s', (token, access) => {
    expect(accessOf(['mainstay', `mainstay.${token}`], local)).toBe(access);
  });

  it('that may act counts where both are shown, in any order', () => {
    expect(accessOf([`mainstay.${watch}`, `mainstay.${act}`], local)).toBe('act');
    expect(accessOf([`mainstay.${act}`, `mainstay.${watch}`], local)).toBe('act');
  });

  it.each([[[]], [['mainstay.']], [['mainstay.wrong']], [[act]], [[`Mainstay.${act}`]]])(
    'is missed in %o',
    (protocols) => expect(accessOf(protocols, local)).toBeUndefined(),
  );

  it('admits nothing but itself', () => {
    assert(
      property(string(), (text) => {
        expect(accessOf([`mainstay.${text}`], local)).toBe(text === act ? 'act' : text === watch ? 'watch' : undefined);
      }),
    );
  });
});
