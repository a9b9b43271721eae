/** Finds words for people that stand in the view's source instead of renderer/texts/. */
import { parseSync } from 'vite';

export type FoundText = { line: number; text: string };

type Node = { type: string; start: number; [key: string]: unknown };

/** What a person reads or hears, wherever it is given: attributes, props, properties of objects. */
const textNames = new Set(
  'aria-label aria-description aria-roledescription aria-valuetext title placeholder alt label description text textValue textContent detail hint note effect term word what'.split(
    ' ',
  ),
);
/** What a machine reads: neither words nor parts of them. */
const machineNames = new Set(
  'className d viewBox style key id htmlFor role type href src aria-keyshortcuts keys strokeDasharray placement look'.split(
    ' ',
  ),
);
const letter = /\p{L}/u;
/** Two words beside each other, or one with a capital: `not told`, `Stopping`. */
const wording = /\p{L}{2,}[,.:;!?…’]? +\p{L}{2,}|^\p{Lu}\p{Ll}+[ .:…]*$/u;

/**
 * `exempt`: whole texts that are no language: names, keys, samples. Lines count from 1.
 * Throws where the source does not parse.
 */
export function findTexts(file: string, source: string, exempt: ReadonlySet<string>): FoundText[] {
  const { program, errors } = parseSync(file, source);
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`);
  const found = new Map<number, FoundText>();
  const add = (at: number, text: string) => {
    const shown = text.trim().replace(/\s+/g, ' ');
    if (exempt.has(shown)) return;
    const from = at + (text.length - text.trimStart().length);
    found.set(at, { line: source.slice(0, from).split('\n').length, text: shown });
  };
  walk(program as unknown as Node, null, add);
  return [...found.values()].sort((a, b) => a.line - b.line);
}

type Add = (at: number, text: string) => void;

function walk(node: Node, parent: Node | null, add: Add): void {
  if (isLeftOut(node, parent)) return;
  if (node.type === 'JSXText' && letter.test(String(node['value']))) add(node.start, String(node['value']));
  for (const shown of shownIn(node, parent)) addShown(shown, add);
  for (const { at, text } of literalsOf(node)) if (wording.test(text)) add(at, text);
  for (const child of childrenOf(node)) walk(child, node, add);
}

/** Types, imports, what a machine reads, comparisons, and what is told to a console only. */
function isLeftOut(node: Node, parent: Node | null): boolean {
  if (/^(?:TS(?!As|Satisfies|NonNull)|Import|ExportAll)/.test(node.type)) return true;
  if (/^(?:JSXAttribute|Property|AssignmentExpression)$/.test(node.type)) return machineNames.has(nameOf(node) ?? '');
  if (parent?.type === 'Property' && parent['key'] === node && parent['computed'] !== true) return true;
  if (parent?.type === 'BinaryExpression') return parent['operator'] !== '+' && node.type === 'Literal';
  if (parent?.type === 'SwitchCase') return parent['test'] === node;
  return node.type === 'NewExpression' && (node['callee'] as Node)['name'] === 'Error';
}

/** The expressions below a node whose every literal is shown. */
function shownIn(node: Node, parent: Node | null): Node[] {
  const isText = textNames.has(nameOf(node) ?? '');
  if (node.type === 'JSXAttribute' || node.type === 'Property') return isText ? nodesOf(node['value']) : [];
  if (node.type === 'AssignmentExpression') return isText ? nodesOf(node['right']) : [];
  if (node.type !== 'JSXExpressionContainer') return [];
  return parent?.type === 'JSXElement' || parent?.type === 'JSXFragment' ? nodesOf(node['expression']) : [];
}

function addShown(node: Node, add: Add): void {
  for (const { at, text } of literalsOf(node)) if (letter.test(text)) add(at, text);
  const parts: Record<string, readonly string[]> = {
    JSXExpressionContainer: ['expression'],
    ConditionalExpression: ['consequent', 'alternate'],
    LogicalExpression: ['left', 'right'],
    BinaryExpression: node['operator'] === '+' ? ['left', 'right'] : [],
    ArrayExpression: ['elements'],
    ParenthesizedExpression: ['expression'],
    TSAsExpression: ['expression'],
    TSSatisfiesExpression: ['expression'],
  };
  for (const part of parts[node.type] ?? []) for (const child of nodesOf(node[part])) addShown(child, add);
}

function literalsOf(node: Node): { at: number; text: string }[] {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return [{ at: node.start, text: node['value'] }];
  if (node.type !== 'TemplateLiteral') return [];
  // What is put in may be a word: `${count} pairs` reads as one.
  const text = nodesOf(node['quasis']).map(({ value }) => (value as { cooked: string }).cooked);
  return [{ at: node.start, text: text.join('…') }];
}

function nameOf(node: Node): string | null {
  const target =
    node.type === 'AssignmentExpression' ? (node['left'] as Node)['property'] : (node['name'] ?? node['key']);
  if (typeof target !== 'object' || target === null) return null;
  const { name, value } = target as Record<string, unknown>;
  return typeof name === 'string' ? name : typeof value === 'string' ? value : null;
}

function childrenOf(node: Node): Node[] {
  return Object.entries(node).flatMap(([key, value]) => (key === 'type' ? [] : nodesOf(value)));
}

function nodesOf(value: unknown): Node[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((each): each is Node => typeof (each as Node | null | undefined)?.type === 'string');
}
