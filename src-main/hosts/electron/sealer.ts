/** The keychain of the system, as Electron reaches it. */
import { safeStorage } from 'electron';
import type { Sealer } from '../../engine/notify/secrets.ts';

/** To be called once Electron is ready; the keychain itself is not asked before there is a secret. */
export function createSealer(): Sealer {
  // Without a keychain Chromium obscures with a password that everybody knows; the owner's file mode is all that protects.
  const plain = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
  return {
    place: plain ? 'plain' : 'keychain',
    seal: async (secret) => (await safeStorage.encryptStringAsync(secret)).toString('base64'),
    open: async (sealed) => (await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'))).result,
  };
}
