/** Secrets that the keychain does not open: what that means for a message, and what the person is told. */
import type { Channel } from '../../../src-shared/settings/notifications.ts';
import { andList, say } from '../../../src-shared/texts/say.ts';
import type { Clock } from '../base/clock.ts';
import type { Problem } from '../base/parts.ts';
import type { Closed, SecretStore } from './secrets.ts';
import type { Sent } from './senders/sender.ts';

/** First a person sees the window; only then may the keychain ask for its password. Milliseconds. */
const EXAMINE_AFTER = 3000;

/**
 * A message whose secret cannot be read is not sent without it: whoever does not insist on a token would show it to
 * others. A locked keychain may open by itself; one that is another never does.
 */
export function notSent(closed: Closed): Sent {
  return closed === 'locked'
    ? { ok: false, fault: 'later', message: say('notify.fault.keychainLocked') }
    : { ok: false, fault: 'fix', message: say('notify.fault.keychainAnother') };
}

/**
 * Tries to open what the channels in use need, so that it is known before an event comes when the keychain does not.
 * Returns how to leave it.
 */
export function examineSoon(
  clock: Clock,
  secrets: SecretStore,
  channels: () => readonly Channel[],
  done: () => void,
): () => void {
  return clock.after(EXAMINE_AFTER, () => {
    void examine(secrets, channels(), done);
  });
}

async function examine(secrets: SecretStore, channels: readonly Channel[], done: () => void): Promise<void> {
  await Promise.all(channels.filter(({ enabled }) => enabled).map((channel) => secrets.get(channel)));
  done();
}

/** What of the channels in use could not be opened when it was last tried. */
export function sealedProblems(secrets: SecretStore, channels: readonly Channel[]): readonly Problem[] {
  const shut = (closed: Closed): string =>
    andList(
      channels
        .filter((channel) => channel.enabled && secrets.closed(channel) === closed)
        .map(({ name, kind }) => (name === '' ? say(`notifications.kinds.${kind}`) : name)),
    );
  const [locked, another] = [shut('locked'), shut('another')];
  return [
    ...(locked === ''
      ? []
      : [{ id: 'keychain-locked', message: say('notify.file.closedLocked', { channels: locked }) }]),
    ...(another === ''
      ? []
      : [{ id: 'keychain-another', message: say('notify.file.closedAnother', { channels: another }) }]),
  ];
}
