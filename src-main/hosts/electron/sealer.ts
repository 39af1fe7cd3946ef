/** The keychain of the system, as Electron reaches it. */
import { safeStorage } from 'electron';
import type { Sealer } from '../../engine/notify/secrets.ts';

/** To be called once Electron is ready; the keychain itself is not asked before there is a secret. */
export function createSealer(): Sealer {
  // Without a keychain Chromium obscures with a password that everybody knows; the owner's file mode is all that protects.
  const plain = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
  // Electron wants it to be said that this is known; the screens say it to the person.
  if (plain) safeStorage.setUsePlainTextEncryption(true);
  return {
    place: plain ? 'plain' : 'keychain',
    available,
    seal: async (secret) => (await encrypt(secret)).toString('base64'),
    open: (sealed) => decrypt(Buffer.from(sealed, 'base64')),
  };
}

/** Older releases of Electron know only the calls that wait; what they seal, newer ones open. */
const asynchronous = Reflect.has(safeStorage, 'encryptStringAsync');

async function available(): Promise<boolean> {
  // oxlint-disable-next-line typescript/no-deprecated -- The only call of those releases.
  return asynchronous ? await safeStorage.isAsyncEncryptionAvailable() : safeStorage.isEncryptionAvailable();
}

async function encrypt(secret: string): Promise<Buffer> {
  // oxlint-disable-next-line typescript/no-deprecated -- The only call of those releases.
  return asynchronous ? await safeStorage.encryptStringAsync(secret) : safeStorage.encryptString(secret);
}

async function decrypt(sealed: Buffer): Promise<string> {
  // oxlint-disable-next-line typescript/no-deprecated -- The only call of those releases.
  return asynchronous ? (await safeStorage.decryptStringAsync(sealed)).result : safeStorage.decryptString(sealed);
}
