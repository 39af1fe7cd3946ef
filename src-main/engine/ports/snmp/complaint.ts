/** What is wrong when an agent cannot be read, in words that say what to do. */
import type { ErrorCode, Result } from '../../../../src-shared/errors.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { Answered, SnmpOptions } from './session.ts';

/** A result that is a fault. */
export type Failure = Extract<Result<never>, { ok: false }>;

/** What to tell the person of the first answer of an agent; null when nothing is wrong. Secrets are not repeated. */
export function complaintAbout(answered: Answered, options: SnmpOptions): Failure | null {
  const { host, port, version } = options;
  const who = say('port.agent', { host, port });
  switch (answered.kind) {
    case 'rows':
    case 'refused':
      return null;
    case 'silent':
      return fail(
        'no-answer',
        version === '3' ? say('port.snmp3Silent', { who }) : say('port.snmpSilent', { who, version }),
      );
    case 'unreachable':
      return fail('no-answer', say('port.snmpUnreachable', { who, why: answered.why }));
    case 'garbled':
      return fail('wrong-protocol', say('port.snmpGarbled', { who, version }));
    case 'unauthorized':
      return fail('unauthorized', say('port.snmpRefused', { who, why: usmReason(answered.why) }));
  }
}

/** The host has no address. */
export function unknownHost({ host }: SnmpOptions, error: unknown): Failure {
  const why = error instanceof Error ? error.message : String(error);
  return fail('not-found', say('port.unknownHost', { host, why }));
}

function fail(code: ErrorCode, message: string): Failure {
  return { ok: false, error: { code, message } };
}

/** Digests say nothing to people and do not belong in messages. */
function usmReason(why: string): string {
  if (/digest/i.test(why)) return say('port.otherPassword');
  if (/decrypt/i.test(why)) return say('port.otherPrivacy');
  return why
    .replace(/^usmStats/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}
