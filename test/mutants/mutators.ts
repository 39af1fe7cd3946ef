/**
 * What is changed in the sources to see whether a test notices: every number, comparison, condition, operator, call and
 * list, one at a time. Words are changed only where they are asked for or listed: texts for people have a suite of their
 * own, and a word that no type knows would not compile.
 */
import { parseSync } from 'vite';
import { changedCalls, changedLiterals, changedOperators } from './changes.ts';
import { type AnyNode, childrenOf, isSkipped, optionalProperty } from './nodes.ts';

/** One change of one place. */
export interface Mutant {
  /** Path of the source, from the root of the project. */
  readonly file: string;
  /** The line it begins in, without the space around it: the list of accepted survivors names it by that. */
  readonly line: string;
  readonly lineNumber: number;
  /** The place as text, and what it becomes. */
  readonly change: string;
  /** Where the changed expression or statement stands, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What stands there instead; of a statement, nothing does. */
  readonly text: string;
  readonly kind: 'expression' | 'statement';
}

/** Statements whose loss says something. */
const DROPPABLE: ReadonlySet<string> = new Set(
  'CallExpression AssignmentExpression AwaitExpression YieldExpression UpdateExpression ChainExpression'.split(' '),
);

/** All mutants of a source. Throws when it cannot be parsed. */
export function mutantsOf(file: string, source: string): readonly Mutant[] {
  const { program, errors } = parseSync(file, source, { lang: 'ts', sourceType: 'module' });
  const [first] = errors;
  if (first !== undefined) throw new Error(`${file} cannot be parsed: ${first.message}`);
  return inside(program, undefined, source).map(({ node, text, kind }) => {
    const lineStart = source.lastIndexOf('\n', node.start - 1) + 1;
    const [line = ''] = source.slice(lineStart).split('\n', 1);
    return {
      file,
      line: line.trim(),
      lineNumber: source.slice(0, lineStart).split('\n').length,
      change: changeOf(onOneLine(source.slice(node.start, node.end)), onOneLine(text)),
      start: node.start,
      end: node.end,
      text,
      kind,
    };
  });
}

interface Found {
  readonly node: AnyNode;
  readonly text: string;
  readonly kind: Mutant['kind'];
}

function inside(node: AnyNode, parent: AnyNode | undefined, source: string): readonly Found[] {
  if (isSkipped(node, parent)) return [];
  const optional = optionalProperty(node);
  if (optional !== null) {
    const { whole, value } = optional;
    return [{ node: whole, text: '{}', kind: 'expression' }, ...inside(value, whole, source)];
  }
  const place = { source, parent };
  const here: readonly Found[] =
    node.type === 'ExpressionStatement'
      ? DROPPABLE.has(node.expression.type)
        ? [{ node, text: '', kind: 'statement' }]
        : []
      : [changedLiterals, changedOperators, changedCalls].flatMap((changed) =>
          changed(node, place).map((text) => ({ node, text, kind: 'expression' as const })),
        );
  return [...here, ...childrenOf(node).flatMap((child) => inside(child, node, source))];
}

/** Of longer texts only what differs, and the beginning of that. */
const SHORT = 60;
const LITTLE = 12;

function changeOf(before: string, after: string): string {
  if (after === '') return `${cut(before)} -> (nothing)`;
  if (before.length <= SHORT || after.length <= LITTLE) return `${cut(before)} -> ${after}`;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const differing = (text: string): string =>
    `${head > 0 ? '…' : ''}${cut(text.slice(head, text.length - tail))}${tail > 0 ? '…' : ''}`.replace('……', '…');
  return `${differing(before)} -> ${differing(after)}`;
}

const cut = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT)}…` : text);

const onOneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ');
