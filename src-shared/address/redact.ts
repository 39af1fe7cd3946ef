/**
 * Device URIs hold passwords; what is shown, logged or streamed must not. A person may have mistyped one, so nothing is
 * shown because it is not known to be a secret: only what is known to be none.
 */

/** Schemes whose addresses are paths and names, none of them secret. */
const OPEN_SCHEME = /^\s*(?:serial|hid|sim|replay):(?!.*snmp:)/is;
/** What may be seen of a parameter's value. */
const OPEN_PARAMETERS = new Set(
  `version user auth privacy driver dialect table baud dtr rts parity vendor product serial port scenario profile
  speed`.split(/\s+/u),
);
/** Parameters, however they are spelt, whose values are secret. */
const SECRET_PARAMETER = /pass|secret|community|key|word|phrase|auth.|priv.{0,3}$/i;
/** A host with or without a port. */
const HOST = /^(?:\[[0-9a-f:.]+\]|[\w.-]+)(?::\d{1,5})?\/?$/i;
const MASK = '***';

/** The URI with its secrets as `***`. Works on nonsense as well, since error messages repeat what was given. */
export function redactUri(uri: string): string {
  const { target, query } = parts(uri);
  const shown = OPEN_SCHEME.test(uri) ? target : redactTarget(target);
  return query === undefined ? shown : `${shown}?${redactQuery(query)}`;
}

/** The same for every word of a text that may be a URI: what a person has typed, as a program repeats it. */
export function redactWithin(text: string): string {
  return text.replaceAll(/[^\s'"“”«»]*[:@][^\s'"“”«»]*/gu, (word) =>
    // A word and its colon, at the end of which something is explained.
    word.endsWith(':') ? word : redactUri(word),
  );
}

/** Those of the names of parameters that may be told: none that may be a piece of a password with an & in it. */
export function tellableNames(uri: string, names: readonly string[]): readonly string[] {
  const shown = redactUri(uri);
  return names.filter((name) => shown.includes(`?${name}=`) || shown.includes(`&${name}=`));
}

/** A community with a question mark in it is no query. */
function parts(uri: string): { readonly target: string; readonly query?: string } {
  const at = uri.indexOf('?');
  if (at === -1) return { target: uri };
  const [target, query] = [uri.slice(0, at), uri.slice(at + 1)];
  const host = query.lastIndexOf('@');
  if (host !== -1 && !query.slice(0, host).includes('=')) {
    const next = uri.indexOf('?', at + 1 + host);
    return next === -1 ? { target: uri } : { target: uri.slice(0, next), query: uri.slice(next + 1) };
  }
  return { target, query };
}

function redactTarget(target: string): string {
  // As little as names a scheme, whatever became of its colon and slashes.
  const [, scheme = '', rest = ''] = /^(\s*(?:[a-z]{1,8}(?=[:/])[:/\s]*)?)(.*)$/is.exec(target) ?? [];
  const end = rest.lastIndexOf('@');
  if (end === -1) return target;
  const [community, host] = [rest.slice(0, end), rest.slice(end + 1)];
  // "public" is every agent's default and no secret, and seeing it explains a refusal.
  return `${scheme}${community === 'public' ? 'public' : MASK}@${HOST.test(host) || host === '' ? host : MASK}`;
}

function redactQuery(query: string): string {
  let isSecret = false;
  return query
    .split('&')
    .map((parameter) => {
      const [, name, value] = /^([^=]*)=(.*)$/s.exec(parameter) ?? [];
      if (name !== undefined && value !== undefined && OPEN_PARAMETERS.has(name) && !/[?=]/.test(value)) {
        return parameter;
      }
      const secret = name !== undefined && SECRET_PARAMETER.test(name) && /^[a-z_-]{1,20}$/i.test(name);
      // What follows a password, and is no parameter that we know, may be the rest of it.
      const piece = isSecret && !/^(?:authPassword|privacyPassword)$/.test(name ?? '');
      isSecret ||= secret;
      if (piece || name === undefined || !/^[a-z][\w-]{0,30}$/i.test(name)) return MASK;
      return `${name}=${MASK}`;
    })
    .join('&');
}
