/** How the link that the headless host prints carries its token. */

/** The token in a fragment such as `#token=abc`, which browsers never send to a server. */
export function tokenOf(fragment: string): string | undefined {
  return /^#token=([\w-]{1,200})$/u.exec(fragment)?.[1];
}
