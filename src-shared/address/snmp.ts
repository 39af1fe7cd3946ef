/**
 * SNMP agents: `snmp://public@host:161?version=2c&table=ietf`, and for version 3
 * `snmp://host?version=3&user=me&auth=sha256&authPassword=..`.
 */
import { z } from 'zod';
import { type AddressPart, type FormValues, Misfit, queryOf, text, udpPort, word } from './part.ts';

/** The versions of SNMP. */
export const VERSIONS = ['1', '2c', '3'] as const;
const AUTHS = ['md5', 'sha', 'sha224', 'sha256', 'sha384', 'sha512'] as const;
const PRIVACIES = ['des', 'aes', 'aes256b', 'aes256r'] as const;

const parameters = z
  .strictObject({
    version: z.enum(VERSIONS).default('2c'),
    driver: word.optional(),
    table: word.optional(),
    user: text.optional(),
    auth: z.enum(AUTHS).optional(),
    authPassword: text.optional(),
    privacy: z.enum(PRIVACIES).optional(),
    privacyPassword: text.optional(),
  })
  .refine((given) => given.version !== '3' || given.user !== undefined, { error: 'needsUser' })
  .refine((given) => (given.auth === undefined) === (given.authPassword === undefined), { error: 'authTogether' })
  .refine((given) => (given.privacy === undefined) === (given.privacyPassword === undefined), {
    error: 'privacyTogether',
  })
  .refine((given) => given.privacy === undefined || given.auth !== undefined, { error: 'privacyNeedsAuth' });

/** An SNMP agent. */
export type SnmpAddress = {
  readonly scheme: 'snmp';
  readonly host: string;
  readonly port: number;
  /** Versions 1 and 2c. */
  readonly community: string;
} & z.infer<typeof parameters>;

const isThree = ({ version }: FormValues): boolean => version === '3';
const isSigned = (values: FormValues): boolean => isThree(values) && (values.auth ?? '') !== '';
const isPrivate = (values: FormValues): boolean => isSigned(values) && (values.privacy ?? '') !== '';

/** How SNMP agents are named. */
export const snmpPart: AddressPart<SnmpAddress> = {
  scheme: 'snmp',
  carries: 'snmp',
  example: 'snmp://public@192.0.2.10:161?version=2c or snmp://192.0.2.10?version=3&user=me&auth=sha256&authPassword=..',
  read: (target, given) => ({ scheme: 'snmp', ...authority(target), ...parameters.parse(given) }),
  write: ({ scheme: _scheme, host, port, community, ...rest }) => {
    const bare = String(host ?? '').replace(/^\[|\]$/g, '');
    const shown = bare.includes(':') ? `[${bare}]` : encodeURIComponent(bare);
    const who = community === undefined ? '' : `${encodeURIComponent(String(community))}@`;
    return `snmp://${who}${shown}${port === undefined ? '' : `:${String(port)}`}${queryOf(rest)}`;
  },
  place: ({ host, port }) => `snmp ${host} ${port}`,
  form: [
    { name: 'host', input: 'text', demanded: true },
    { name: 'port', input: 'whole', start: '161' },
    { name: 'version', input: 'choice', of: VERSIONS, start: '2c' },
    { name: 'user', input: 'text', demanded: true, shown: isThree },
    { name: 'auth', input: 'choice', of: AUTHS, open: 'none', shown: isThree },
    { name: 'authPassword', input: 'secret', demanded: true, shown: isSigned },
    { name: 'privacy', input: 'choice', of: PRIVACIES, open: 'none', shown: isSigned },
    { name: 'privacyPassword', input: 'secret', demanded: true, shown: isPrivate },
    { name: 'community', input: 'text', start: 'public', shown: (values) => !isThree(values) },
    { name: 'table', input: 'choice', of: 'tables', open: 'automatic' },
  ],
};

function authority(target: string): Pick<SnmpAddress, 'host' | 'port' | 'community'> {
  const found = /^\/\/(?:([^/]*)@)?(\[[0-9a-fA-F:.]+\]|[^\s/@:[\]]+)(?::([^/]*))?\/?$/.exec(target);
  const [, community, host, portText] = found ?? [];
  if (host === undefined) throw new Misfit('noHost');
  return {
    host: decodeURIComponent(host.replace(/^\[|\]$/g, '')),
    port: portText === undefined ? 161 : udpPort.parse(portText),
    community: community === undefined ? 'public' : decodeURIComponent(community),
  };
}
