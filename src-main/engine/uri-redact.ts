/** Device URIs hold passwords; what is shown, logged or streamed must not. */

const SECRETS = /([?&](?:authPassword|privacyPassword)=)[^&]*/gi;
const COMMUNITY = /^(\s*snmp:\/\/)(.*)@/is;

/** The URI with its secrets as `***`. Works on nonsense as well, since error messages repeat what was given. */
export function redactUri(uri: string): string {
  const [target = '', ...queries] = uri.split('?');
  // "public" is every agent's default and no secret, and seeing it explains a refusal.
  const shown = target.replace(COMMUNITY, (_all, scheme: string, community: string) =>
    community === 'public' ? `${scheme}public@` : `${scheme}***@`,
  );
  return [shown, ...queries].join('?').replace(SECRETS, '$1***');
}
