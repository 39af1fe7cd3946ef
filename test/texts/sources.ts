/** The sources, taken apart by a parser: which texts stand in them, and which keys of the catalogue they ask for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';

const ROOT = join(import.meta.dirname, '../..');

interface Node {
  readonly type?: string;
  readonly [field: string]: unknown;
}

/** A text in the code. Holes of a template are `{}`. */
export interface Text {
  readonly text: string;
  /** The constructor or function that is called with it, with `new` before a constructor; empty where none is. */
  readonly within: string;
}

/** A look into the catalogue with a key that is written down, and the names of what is filled in; `open` if there may be more. */
export interface Ask {
  readonly key: string;
  readonly names: readonly string[];
  readonly open: boolean;
}

/** What was found in one file. */
export interface Source {
  readonly file: string;
  readonly texts: readonly Text[];
  /** Texts of JSX: what stands between tags, and attributes that people see or hear. */
  readonly jsx: readonly string[];
  readonly asks: readonly Ask[];
}

/** The sources below a folder. */
export function sourcesOf(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file))
    .map((file) => read(`${folder}/${file.replaceAll('\\', '/')}`, readFileSync(join(ROOT, folder, file), 'utf8')));
}

/** Takes one file apart. */
export function read(file: string, code: string): Source {
  const found = { texts: [] as Text[], jsx: [] as string[], asks: [] as Ask[] };
  walk(parseSync(code, { syntax: 'typescript', tsx: file.endsWith('x') }), '', found);
  return { file, ...found };
}

/** Attributes whose text somebody reads, or has read to them. */
const SPOKEN = new Set(['alt', 'aria-description', 'aria-label', 'description', 'label', 'placeholder', 'title']);

function walk(given: unknown, within: string, found: { texts: Text[]; jsx: string[]; asks: Ask[] }): void {
  if (Array.isArray(given)) {
    for (const each of given) walk(each, within, found);
    return;
  }
  if (!isNode(given)) return;
  const node = given;
  let inner = within;
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'TsLiteralType':
      return;
    case 'StringLiteral':
      found.texts.push({ text: String(node['value']), within });
      return;
    case 'TemplateLiteral':
      found.texts.push({ text: quasis(node).join('{}'), within });
      break;
    case 'JSXText':
      if (/\p{L}{2}/u.test(String(node['value']))) found.jsx.push(String(node['value']).trim());
      return;
    case 'JSXAttribute':
      lookAtAttribute(node, found.jsx);
      break;
    case 'NewExpression':
      inner = `new ${nameOf(node['callee'])}`;
      break;
    case 'CallExpression':
      inner = nameOf(node['callee']);
      if (['say', 't'].includes(inner)) found.asks.push(...askOf(node));
      break;
    default:
  }
  for (const [field, value] of Object.entries(node)) if (field !== 'span') walk(value, inner, found);
}

/** Not all of them have a type: the function of a method has none, nor has an argument of a call. */
function isNode(given: unknown): given is Node {
  return typeof given === 'object' && given !== null;
}

function quasis(node: Node): string[] {
  const parts = node['quasis'];
  return Array.isArray(parts)
    ? parts.map((part: unknown) => (isNode(part) ? String(part['cooked'] ?? part['raw']) : ''))
    : [];
}

function nameOf(callee: unknown): string {
  if (!isNode(callee)) return '';
  if (callee.type === 'Identifier') return String(callee['value']);
  return callee.type === 'MemberExpression' ? nameOf(callee['property']) : '';
}

function lookAtAttribute({ name, value }: Node, jsx: string[]): void {
  if (!isNode(name) || !SPOKEN.has(String(name['value'])) || !isNode(value)) return;
  if (value.type === 'StringLiteral' && /\p{L}{2}/u.test(String(value['value']))) jsx.push(String(value['value']));
}

function askOf({ arguments: given }: Node): Ask[] {
  const list: unknown[] = Array.isArray(given) ? given : [];
  const [key, values] = list.map((argument) => (isNode(argument) ? argument['expression'] : undefined));
  if (!isNode(key) || key.type !== 'StringLiteral') return [];
  if (values === undefined) return [{ key: String(key['value']), names: [], open: false }];
  const properties = isNode(values) && values.type === 'ObjectExpression' ? values['properties'] : undefined;
  if (!Array.isArray(properties)) return [{ key: String(key['value']), names: [], open: true }];
  const names = properties.map((property: unknown) => propertyName(property));
  return [
    {
      key: String(key['value']),
      names: names.filter((name) => name !== undefined),
      open: names.includes(undefined),
    },
  ];
}

/** The name of a property; undefined of a spread, which may hold anything. */
function propertyName(property: unknown): string | undefined {
  if (!isNode(property)) return undefined;
  if (property.type === 'Identifier') return String(property['value']);
  const { key } = property;
  return isNode(key) ? String(key['value']) : undefined;
}
