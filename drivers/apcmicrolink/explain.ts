/** What Diagnostics tell of a device beside its variables. */
import type { Memory } from './link.ts';
import { saysAuthenticated } from './link.ts';
import { rowsOf } from './rows.ts';
import { PLACES } from './smc1000i.ts';
import { PATHS } from './table.ts';
import { hexOf, readText } from './value.ts';
import { say } from '../../src-shared/texts/say.ts';

const KEYS = {
  accepted: 'accepted',
  'not required': 'notRequired',
  'not accepted': 'notAccepted',
  'not answerable': 'notAnswerable',
} as const satisfies Record<Memory['authentication'], string>;

/** What became of the challenge, in words. */
export function authenticationText(authentication: Memory['authentication']): string {
  return say(`microlink.authentication.${KEYS[authentication]}`);
}

/** Paths that are used without being variables. */
const USED: ReadonlySet<string> = new Set<string>([...Object.values(PATHS), ...Object.values(PLACES), '2:4.7.2C']);
/** A value that fills its pages up need not be shown whole. */
const MOST_BYTES = 32;

/** The state of the link, the map that is used, and every value that has no name, by its path. */
export function explain(memory: Memory): Readonly<Record<string, string>> {
  const { pages, map, authentication, cycle } = memory;
  const { header } = pages;
  const told = saysAuthenticated(memory);
  return {
    authentication: authenticationText(authentication),
    // Its own word stands on a page that it repeats, so before the first round it is older than our answer.
    ...(told === null || cycle.size === 0
      ? {}
      : { 'authentication, as the UPS says': told ? 'accepted' : 'not accepted' }),
    map:
      map.from === 'descriptor'
        ? "The UPS's own descriptor."
        : `${map.from === 'table' ? 'The page table of the SMC1000I' : 'None, so no value is known'}: ${map.why ?? ''}.`,
    pages: `${header.count} of ${header.width} bytes, series 0x${header.series.toString(16).padStart(4, '0')}${
      pages.missing === 0 ? '' : `; ${pages.missing} could not be read`
    }`,
    ...(cycle.size === 0
      ? {}
      : {
          'pages repeated': [...cycle]
            .toSorted((a, b) => a - b)
            .map(hexId)
            .join(' '),
        }),
    ...(header.firmwareUpdateNeeded ? { firmware: 'The UPS says that it needs an update.' } : {}),
    ...unmapped(memory),
  };
}

function unmapped(memory: Memory): Record<string, string> {
  const { pages, map } = memory;
  const named = new Set([...rowsOf(map).map(({ path }) => path), ...USED]);
  const values: Record<string, string> = {};
  const taken = new Set([...map.usages.values()].filter(({ path }) => named.has(path)).map(({ at }) => at));
  for (const usage of map.usages.values()) {
    const bytes = pages.bytes(usage);
    if (bytes === null || named.has(usage.path) || taken.has(usage.at)) continue;
    const text = readText(bytes);
    const place = `page ${hexId(Math.floor(usage.at / pages.header.width))}, byte ${usage.at % pages.header.width}`;
    const shown = `${hexOf(bytes.subarray(0, MOST_BYTES))}${bytes.length > MOST_BYTES ? '…' : ''}`;
    values[usage.path] = `${'value' in text && bytes.length > 3 ? `"${text.value}"` : `0x${shown}`} (${place})`;
  }
  // Without a map the pages themselves are what can be shown.
  if (map.usages.size === 0) {
    const { width } = pages.header;
    for (const id of pages.seen) values[`page ${hexId(id)}`] = hexOf(pages.image.slice(id * width, (id + 1) * width));
  }
  return values;
}

function hexId(id: number): string {
  return id.toString(16).padStart(2, '0');
}
