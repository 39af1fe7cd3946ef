/** The certificate of the screens where they are served over TLS: a person's own, or one that Mainstay makes. */
import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { AppError } from '../../../src-shared/errors.ts';

/** A certificate with its private key, both as PEM. */
export interface KeyPair {
  readonly cert: string;
  readonly key: string;
}

/** Where the certificate comes from. */
export type CertificateSource =
  /** Made by Mainstay, signed by nobody else, kept in this folder. */
  | { readonly kind: 'generated'; readonly dataDir: string }
  /** Files of the person's. */
  | { readonly kind: 'own'; readonly cert: string; readonly key: string };

const DAY = 86_400_000;
/** How long one of ours counts; browsers refuse those that count longer than 398 days (CA/B Forum BR 6.3.2). */
const VALID_DAYS = 397;
/** It is made anew when less is left. */
const RENEW_DAYS = 30;

/**
 * The certificate as it is now: one of ours is made or renewed where it has to be, a person's is read again. `host` is
 * the address that is listened on. Rejects with `AppError` when files of the person's cannot be used.
 */
export async function currentCertificate(source: CertificateSource, host: string, now = Date.now()): Promise<KeyPair> {
  return source.kind === 'own' ? readOwn(source.cert, source.key) : keptCertificate(source.dataDir, host, now);
}

/** What a browser shows of a certificate, so that a person can compare. */
export function fingerprintOf(cert: string): string {
  return new X509Certificate(cert).fingerprint256;
}

function readOwn(certFile: string, keyFile: string): KeyPair {
  const pair = { cert: readNamed(certFile, '--cert'), key: readNamed(keyFile, '--key') };
  let fits = false;
  try {
    fits = new X509Certificate(pair.cert).checkPrivateKey(createPrivateKey(pair.key));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AppError(
      'bad-input',
      `The certificate or its key cannot be read (${why}). Name PEM files with --cert and --key, the key without a passphrase.`,
    );
  }
  if (fits) return pair;
  throw new AppError('bad-input', `The key in ${keyFile} is not that of the certificate in ${certFile}.`);
}

function readNamed(file: string, option: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new AppError('not-found', `The file ${file}, named with ${option}, cannot be read by this account.`);
  }
}

async function keptCertificate(dataDir: string, host: string, now: number): Promise<KeyPair> {
  const file = join(dataDir, 'browser-certificate.pem');
  const known = readKept(file);
  if (known !== undefined && isGood(known, host, now)) return known;
  const made = await makeCertificate(host, now);
  try {
    writeFileAtomic.sync(file, made.key + made.cert, { mode: 0o600 });
  } catch {
    // A disk that is full is no reason not to start; this one then lasts until Mainstay ends.
  }
  return made;
}

function readKept(file: string): KeyPair | undefined {
  try {
    // Windows keeps others out by the folder's access list and has no such modes.
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) return undefined;
    const text = readFileSync(file, 'utf8');
    const block = (name: string): string =>
      new RegExp(`-----BEGIN ${name}-----[\\s\\S]+?-----END ${name}-----\n`, 'u').exec(text)?.[0] ?? '';
    const pair = { cert: block('CERTIFICATE'), key: block('PRIVATE KEY') };
    return new X509Certificate(pair.cert).checkPrivateKey(createPrivateKey(pair.key)) ? pair : undefined;
  } catch {
    // Missing, or damaged: another is made.
    return undefined;
  }
}

/** It counts for a while yet, and is about this computer as it is called now. */
function isGood({ cert }: KeyPair, host: string, now: number): boolean {
  const read = new X509Certificate(cert);
  if (read.validFromDate.getTime() > now || read.validToDate.getTime() - now < RENEW_DAYS * DAY) return false;
  return namesOf(host).every((name) =>
    isIP(name) === 0 ? read.checkHost(name) !== undefined : read.checkIP(name) !== undefined,
  );
}

/** How this computer is certainly called by whoever reaches it at `host`. */
function namesOf(host: string): string[] {
  const own = hostname().toLowerCase();
  const named = host === '0.0.0.0' || host === '::' ? [] : [host.toLowerCase()];
  return [...new Set(['localhost', '127.0.0.1', '::1', own, `${own}.local`, ...named])];
}

async function makeCertificate(host: string, now: number): Promise<KeyPair> {
  // The library needs it, and does not bring it along.
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  // Addresses change: those of now are put in besides, and are no reason for another certificate when they are gone.
  const addresses = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address));
  const names = [...new Set([...namesOf(host), ...addresses])];
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Mainstay',
    serialNumber: `01${randomBytes(15).toString('hex')}`,
    // Clocks of two computers differ.
    notBefore: new Date(now - DAY),
    notAfter: new Date(now + (VALID_DAYS - 1) * DAY),
    keys,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((name) => ({ type: isIP(name) === 0 ? ('dns' as const) : ('ip' as const), value: name })),
      ),
    ],
  });
  const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  return {
    cert: `${cert.toString('pem')}\n`,
    key: createPrivateKey({ key, format: 'der', type: 'pkcs8' }).export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}
