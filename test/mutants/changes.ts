/** What a node of the syntax tree can become. Each answer is the text that stands there instead. */
import type { AnyNode } from './nodes.ts';

/** Where a node stands. */
export interface Place {
  readonly source: string;
  readonly parent: AnyNode | undefined;
}

const OPERATORS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    '<': ['<=', '>='],
    '<=': ['<', '>'],
    '>': ['>=', '<='],
    '>=': ['>', '<'],
    '===': ['!=='],
    '!==': ['==='],
    '+': ['-'],
    '-': ['+'],
    '*': ['/'],
    '/': ['*'],
    '%': ['*'],
    '**': ['*'],
    '&': ['|'],
    '|': ['&'],
    '^': ['&'],
    '<<': ['>>'],
    '>>': ['<<'],
    '>>>': ['<<'],
    '+=': ['-='],
    '-=': ['+='],
    '*=': ['/='],
    '/=': ['*='],
    '&=': ['|='],
    '|=': ['&='],
    '??=': ['='],
    '||=': ['='],
    '&&=': ['='],
    '++': ['--'],
    '--': ['++'],
  }),
);

/** Methods that are called by another name instead. */
const OTHER_METHODS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    some: 'every',
    every: 'some',
    startsWith: 'endsWith',
    endsWith: 'startsWith',
    min: 'max',
    max: 'min',
    floor: 'ceil',
    ceil: 'floor',
    round: 'floor',
    trunc: 'ceil',
    find: 'findLast',
    findLast: 'find',
  }),
);
/** Methods that are left out: what they were called on stays. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  'filter slice subarray trim trimStart trimEnd toSorted toReversed sort reverse toUpperCase toLowerCase'.split(' '),
);

/** Numbers, truths, words and regular expressions. */
export function changedLiterals(node: AnyNode, { parent }: Place): readonly string[] {
  if (node.type !== 'Literal') return [];
  if (typeof node.value === 'number') return otherNumbers(node.value, node.raw ?? '');
  if (typeof node.value === 'boolean') return [String(!node.value)];
  if (typeof node.value === 'string') return isListed(node, parent) ? [node.value === '' ? "'?'" : "''"] : [];
  return 'regex' in node && node.raw !== null ? otherPatterns(node.raw) : [];
}

/**
 * A neighbour for small numbers, which count and point; half and double for large ones, which are limits and times;
 * the last bit for hexadecimal ones, which are masks and codes.
 */
function otherNumbers(value: number, raw: string): readonly string[] {
  if (/^0x/iu.test(raw)) return [`0x${(value % 2 === 0 ? value + 1 : value - 1).toString(16)}`];
  if (!Number.isInteger(value)) return [String(value * 2)];
  return value < 10 ? [String(value + 1)] : [String(value * 2), String(Math.floor(value / 2))];
}

/** A word among others, or one that is asked for: not the words that a type counts up. */
const isListed = (node: AnyNode, parent: AnyNode | undefined): boolean =>
  parent?.type === 'ArrayExpression' || (parent?.type === 'CallExpression' && parent.callee !== node);

/** Without its anchors, and with one where there may be several. */
function otherPatterns(raw: string): readonly string[] {
  const loosened = [
    raw.replace(/^\/\^/u, '/'),
    raw.replace(/\$(\/[a-z]*)$/u, '$1'),
    raw.replace(/(?<=[\])\w.])[+*](?![?+*])/u, ''),
  ];
  return [...new Set(loosened)].filter((each) => each !== raw && !each.startsWith('//'));
}

/** Operators, conditions and lists. */
export function changedOperators(node: AnyNode, place: Place): readonly string[] {
  const { source } = place;
  return [
    ...(isCondition(node, place.parent) ? ['true', 'false'] : []),
    ...(isLoopCondition(node, place.parent) ? ['false'] : []),
  ].concat(changedOperator(node, source));
}

function changedOperator(node: AnyNode, source: string): readonly string[] {
  const textOf = (part: AnyNode): string => source.slice(part.start, part.end);
  switch (node.type) {
    case 'BinaryExpression':
      if (node.operator === '+' && (isText(node.left) || isText(node.right))) return [];
      return withOperators(node, source);
    case 'AssignmentExpression':
      return withOperators(node, source);
    case 'LogicalExpression':
      return [textOf(node.left), textOf(node.right)];
    case 'UnaryExpression':
      return ['!', '-', '~'].includes(node.operator) ? [textOf(node.argument)] : [];
    case 'UpdateExpression':
      return (OPERATORS.get(node.operator) ?? []).map((other) => textOf(node).replace(node.operator, other));
    case 'ArrayExpression':
      return node.elements.length > 0 ? ['[]'] : [];
    default:
      return [];
  }
}

/** The same with each other operator between its two sides. */
function withOperators(
  node: Extract<AnyNode, { type: 'BinaryExpression' | 'AssignmentExpression' }>,
  source: string,
): readonly string[] {
  const { left, right, operator } = node;
  return (OPERATORS.get(operator) ?? []).map(
    (other) =>
      source.slice(node.start, left.end) +
      source.slice(left.end, right.start).replace(operator, other) +
      source.slice(right.start, node.end),
  );
}

const isText = (node: AnyNode): boolean =>
  node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');

const isCondition = (node: AnyNode, parent: AnyNode | undefined): boolean =>
  (parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') && parent.test === node;

/** A loop whose condition is always true would never end. */
const isLoopCondition = (node: AnyNode, parent: AnyNode | undefined): boolean =>
  (parent?.type === 'WhileStatement' || parent?.type === 'ForStatement') && parent.test === node;

/** Methods under another name, or left out. */
export function changedCalls(node: AnyNode, { source, parent }: Place): readonly string[] {
  if (node.type !== 'CallExpression' || isInsideChain(source, node, parent)) return [];
  const { callee } = node;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.computed) return [];
  const { property, object } = callee;
  if (LEFT_OUT.has(property.name)) return [source.slice(object.start, object.end)];
  const other = OTHER_METHODS.get(property.name);
  if (other === undefined) return [];
  return [source.slice(node.start, property.start) + other + source.slice(property.end, node.end)];
}

/** The inside of `a?.b.c` must not be put in brackets: it would lose its short circuit. */
function isInsideChain(source: string, node: AnyNode, parent: AnyNode | undefined): boolean {
  const goesOn =
    (parent?.type === 'MemberExpression' && parent.object === node) ||
    (parent?.type === 'CallExpression' && parent.callee === node) ||
    parent?.type === 'TSNonNullExpression';
  return goesOn && source.slice(node.start, node.end).includes('?.');
}
