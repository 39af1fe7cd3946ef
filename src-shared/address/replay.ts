/** Recordings: `replay:/tmp/recording.snmprec`. */
import { z } from 'zod';
import { type AddressPart, escapePath, pathIn, queryOf, word } from './part.ts';

const parameters = z.strictObject({ driver: word.optional(), dialect: word.optional() });

/** A recording, played back to the drivers. */
export type ReplayAddress = { readonly scheme: 'replay'; readonly path: string } & z.infer<typeof parameters>;

/** How recordings are named. */
export const replayPart: AddressPart<ReplayAddress> = {
  scheme: 'replay',
  example: 'replay:/home/me/recording.snmprec',
  read: (target, given) => ({ scheme: 'replay', path: pathIn(target), ...parameters.parse(given) }),
  write: ({ scheme: _scheme, path, ...rest }) => `replay:${escapePath(path)}${queryOf(rest)}`,
  place: ({ path }) => `replay ${path}`,
};
