/** Reads the URI by which a device is named; `index.ts` lists the kinds, and writes them. */
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { say } from '../texts/say.ts';
import { ADDRESS_PARTS, type DeviceAddress, isScheme } from './index.ts';
import { type Given, Misfit, type MisfitName, MISFITS } from './part.ts';
import { readQuery } from './query.ts';
import { redactUri, tellableNames } from './redact.ts';

/** Reads a device URI. Throws `AppError` ('bad-input') with an example of a right one; secrets are not repeated. */
export function parseUri(uri: string): DeviceAddress {
  const found = /^([a-z]+):([^?]*)(?:\?(.*))?$/s.exec(uri.trim());
  const [, scheme = '', target = '', query = ''] = found ?? [];
  if (!isScheme(scheme)) {
    const shapes = Object.values(ADDRESS_PARTS).map(({ example }) => example.split(' or ')[0]);
    throw new AppError('bad-input', say('reach.noAddress', { given: redactUri(uri), shapes: shapes.join(', ') }));
  }
  const { example, read } = ADDRESS_PARTS[scheme];
  try {
    return read(target, parameters(query));
  } catch (thrown) {
    const why = reason(thrown, uri);
    throw new AppError('bad-input', say('reach.noAddressBecause', { given: redactUri(uri), why, example }));
  }
}

/** A parameter that was given twice: undefined where its name may be a piece of a password. */
class Twice extends Error {
  readonly parameter: string | undefined;

  constructor(parameter: string | undefined) {
    super();
    this.parameter = parameter;
  }
}

function reason(thrown: unknown, uri: string): string {
  if (thrown instanceof z.ZodError) {
    const [issue] = thrown.issues;
    if (issue?.code === 'unrecognized_keys') {
      const names = tellableNames(uri, issue.keys);
      return names.length === 0 ? say('reach.uri.noFit') : say('reach.uri.noParameter', { names: names.join(', ') });
    }
    const said = issue === undefined ? say('reach.uri.noFit') : sayMisfit(issue.message);
    return `${issue?.path.map((part) => `${String(part)}= `).join('') ?? ''}${said}`;
  }
  if (thrown instanceof Twice) {
    return thrown.parameter === undefined ? say('reach.uri.noFit') : say('reach.uri.twice', { name: thrown.parameter });
  }
  if (thrown instanceof Misfit) return sayMisfit(thrown.what);
  if (thrown instanceof URIError) return thrown.message;
  throw thrown;
}

/** Our own complaints are names of sentences; zod's are sentences. */
function sayMisfit(message: string): string {
  return isMisfit(message) ? say(`reach.uri.${message}`) : message;
}

function isMisfit(message: string): message is MisfitName {
  return MISFITS.some((name) => name === message);
}

function parameters(query: string): Given {
  const result: Record<string, string> = {};
  for (const [key, value] of readQuery(query)) {
    if (Object.hasOwn(result, key)) throw new Twice(tellableNames(`?${query}`, [key])[0]);
    result[key] = value;
  }
  return result;
}
