/** What History shows, as it stands in the address: `range=7d` or `from=…&to=…`, `vars=…`, `compare=…`, `view=table`. */
import { z } from 'zod';
import { COMPARISONS, type Comparison, fixedRange, PRESET_NAMES, type Range } from './range.ts';

/** What History shows of a device. */
export interface ShownHistory {
  readonly range: Range;
  /** Undefined: what is shown before anybody chose. */
  readonly variables: readonly string[] | undefined;
  readonly comparison: Comparison | undefined;
  readonly asTable: boolean;
}

/** So many variables can be told apart in one chart. */
export const MOST_VARIABLES = 6;

const moment = z.coerce.number().int().min(0).max(8.64e15).optional().catch(undefined);
const names = z
  .string()
  .max(1000)
  .transform((text) => (text === '' ? [] : text.split(',')))
  .pipe(z.array(z.string().regex(/^[\w.-]{1,100}$/u)).max(MOST_VARIABLES));

/** Whatever does not fit is as if it were not there: an address may be old, cut off or typed. */
const addressSchema = z.object({
  range: z.enum(PRESET_NAMES).catch('1h'),
  from: moment,
  to: moment,
  vars: names.optional().catch(undefined),
  compare: z.enum(COMPARISONS).optional().catch(undefined),
  view: z.enum(['chart', 'table']).catch('chart'),
});

/** What the words of an address say; the usual where they say nothing sensible. */
export function readShown(words: Readonly<Record<string, string>>): ShownHistory {
  const { range, from, to, vars, compare, view } = addressSchema.parse(words);
  const fixed = from === undefined || to === undefined ? undefined : fixedRange(from, to);
  return { range: fixed ?? { preset: range }, variables: vars, comparison: compare, asTable: view === 'table' };
}

/** The words of an address; what is usual is not said. */
export function writeShown({
  range,
  variables,
  comparison,
  asTable,
}: ShownHistory): Record<string, string | undefined> {
  const fixed = range.preset === 'custom' ? range : undefined;
  return {
    range: range.preset === 'custom' || range.preset === '1h' ? undefined : range.preset,
    from: fixed?.from.toString(),
    to: fixed?.to.toString(),
    vars: variables?.join(','),
    compare: comparison,
    view: asTable ? 'table' : undefined,
  };
}
