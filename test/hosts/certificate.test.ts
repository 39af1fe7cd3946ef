import { X509Certificate } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, connect, type TLSSocket } from 'node:tls';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { currentCertificate, fingerprintOf } from '../../src-main/hosts/headless/certificate.ts';

const DAY = 86_400_000;
let dataDir = '';
const file = (): string => join(dataDir, 'browser-certificate.pem');
const made = (host = '0.0.0.0', now?: number): ReturnType<typeof currentCertificate> =>
  currentCertificate({ kind: 'generated', dataDir }, host, now);

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'mainstay-certificate-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

it('is the same at the next start, for the owner only, and about this computer', async () => {
  const first = await made();
  expect(await made()).toEqual(first);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  const certificate = new X509Certificate(first.cert);
  expect(fingerprintOf(first.cert)).toBe(certificate.fingerprint256);
  for (const name of ['localhost', hostname()]) expect(certificate.checkHost(name), name).toBeDefined();
  for (const address of ['127.0.0.1', '::1']) expect(certificate.checkIP(address), address).toBeDefined();
  expect(certificate.ca).toBe(false);
});

it('is what a client that trusts it believes, at each of its names', async () => {
  const pair = await made();
  const server = createServer(pair, (socket) => socket.end());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a server on a port has an address');
  const believed = await new Promise<boolean>((done, failed) => {
    const socket: TLSSocket = connect({ port: address.port, host: '127.0.0.1', ca: pair.cert }, () => {
      done(socket.authorized);
      socket.destroy();
    });
    socket.on('error', failed);
  });
  server.close();
  expect(believed).toBe(true);
});

it('is made anew a month before it ends, and when it does not count yet', async () => {
  const now = Date.now();
  const first = await made('127.0.0.1', now);
  expect(await made('127.0.0.1', now + 360 * DAY)).toEqual(first);
  const second = await made('127.0.0.1', now + 370 * DAY);
  expect(second.cert).not.toBe(first.cert);
  expect(new X509Certificate(second.cert).validToDate.getTime()).toBeGreaterThan(now + 700 * DAY);
  // A clock that was wrong when it was made.
  expect((await made('127.0.0.1', now)).cert).not.toBe(second.cert);
});

it('is made anew for an address that it is not about', async () => {
  const first = await made('127.0.0.1');
  const second = await made('192.0.2.7');
  expect(second.cert).not.toBe(first.cert);
  expect(new X509Certificate(second.cert).checkIP('192.0.2.7')).toBeDefined();
});

it('is made anew where others could have read its key, or where it is damaged', async () => {
  const first = await made();
  chmodSync(file(), 0o644);
  const second = await made();
  expect(second.cert).not.toBe(first.cert);
  writeFileSync(file(), second.cert.slice(0, 200), { mode: 0o600 });
  expect((await made()).cert).not.toBe(second.cert);
});

it('is made also where it cannot be kept', async () => {
  rmSync(dataDir, { recursive: true });
  expect(new X509Certificate((await made()).cert).subject).toBe('CN=Mainstay');
});
