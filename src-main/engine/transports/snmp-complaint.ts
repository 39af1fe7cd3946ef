/** What is wrong when an agent cannot be read, in words that say what to do. */
import type { ErrorCode, Result } from '../../../src-shared/errors.ts';
import type { Answered, SnmpOptions } from './snmp-session.ts';

/** A result that is a fault. */
export type Failure = Extract<Result<never>, { ok: false }>;

/** What to tell the person of the first answer of an agent; null when nothing is wrong. Secrets are not repeated. */
export function complaintAbout(answered: Answered, options: SnmpOptions): Failure | null {
  const { host, port, version } = options;
  const who = `${host}, port ${port}`;
  switch (answered.kind) {
    case 'rows':
    case 'refused':
      return null;
    case 'silent':
      return fail(
        'no-answer',
        version === '3'
          ? `${who} does not answer SNMP version 3. Check the address, the user and its passwords, and that SNMP version 3 is enabled on the card.`
          : `${who} does not answer SNMP version ${version}. Agents are silent when the community is not theirs: check it, the address, and that SNMP version ${version} is enabled on the card.`,
      );
    case 'unreachable':
      return fail(
        'no-answer',
        `${who} cannot be reached (${answered.why}). Check the address and port, and that SNMP is enabled on the card.`,
      );
    case 'garbled':
      return fail(
        'wrong-protocol',
        `${who} answers, but not in SNMP version ${version}. Check the port and the version.`,
      );
    case 'unauthorized':
      return fail(
        'unauthorized',
        `${who} refuses the user (${usmReason(answered.why)}). Check user, passwords, and the protocols for authentication and privacy.`,
      );
  }
}

/** The host has no address. */
export function unknownHost({ host }: SnmpOptions, error: unknown): Failure {
  const why = error instanceof Error ? error.message : String(error);
  return fail('not-found', `The host "${host}" is not known (${why}). Check its name, or give its address.`);
}

function fail(code: ErrorCode, message: string): Failure {
  return { ok: false, error: { code, message } };
}

/** Digests say nothing to people and do not belong in messages. */
function usmReason(why: string): string {
  if (/digest/i.test(why)) return 'its answer is signed with another password';
  if (/decrypt/i.test(why)) return 'its answer cannot be decrypted';
  return why
    .replace(/^usmStats/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}
