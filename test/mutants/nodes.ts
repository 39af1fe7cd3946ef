/** Walking the syntax tree that Vite's parser makes. */
import type { ESTree } from 'vite';

export type AnyNode = ESTree.Node;

/** Wrappers of types around a value: only the value is looked at. */
const WRAPPERS: ReadonlySet<string> = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);
/** What these are called with is read by people, or by whoever mends a fault. */
const SPEAKS = /^(?:say|saidIn|\w*Error)$/u;

/** What is inside a node, in the order of the source. */
export function childrenOf(node: AnyNode): readonly AnyNode[] {
  return Object.values(node)
    .flatMap((value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

/** Whether a node and all in it stay as they are: types, names of modules and of properties, texts. */
export function isSkipped(node: AnyNode, parent: AnyNode | undefined): boolean {
  if (node.type.startsWith('TS')) return !WRAPPERS.has(node.type) || isTypeOfWords(node);
  if (node.type.startsWith('Import') || node.type === 'ExportAllDeclaration') return true;
  if (node.type === 'ThrowStatement') return true;
  if (node.type === 'CallExpression' || node.type === 'NewExpression') {
    return node.callee.type === 'Identifier' && SPEAKS.test(node.callee.name);
  }
  return isKeyOf(node, parent);
}

/**
 * `...(value === undefined ? {} : { value })`: a property that is there when it has a value. One that is there without a
 * value reads the same, so that its loss is all that can be noticed.
 */
export function optionalProperty(node: AnyNode): { readonly whole: AnyNode; readonly value: AnyNode } | null {
  if (node.type !== 'SpreadElement') return null;
  const whole = node.argument.type === 'ParenthesizedExpression' ? node.argument.expression : node.argument;
  if (whole.type !== 'ConditionalExpression' || whole.test.type !== 'BinaryExpression') return null;
  const { right } = whole.test;
  if (right.type !== 'Identifier' || right.name !== 'undefined') return null;
  const { consequent, alternate } = whole;
  if (consequent.type === 'ObjectExpression' && consequent.properties.length === 0) return { whole, value: alternate };
  if (alternate.type === 'ObjectExpression' && alternate.properties.length === 0) return { whole, value: consequent };
  return null;
}

/** `['mains', 'battery'] as const`: words that a type is made of, and that others would not compile beside. */
const isTypeOfWords = (node: AnyNode): boolean =>
  node.type === 'TSAsExpression' &&
  node.typeAnnotation.type === 'TSTypeReference' &&
  node.expression.type === 'ArrayExpression' &&
  node.expression.elements.every((each) => each?.type === 'Literal' && typeof each.value === 'string');

const isKeyOf = (node: AnyNode, parent: AnyNode | undefined): boolean =>
  (parent?.type === 'Property' || parent?.type === 'PropertyDefinition' || parent?.type === 'MethodDefinition') &&
  parent.key === node &&
  !parent.computed;

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;
}
