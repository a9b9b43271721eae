/** Writes a filter as text that reads back to the same filter. */
import type { FieldName, FilterNode, FilterValue } from './query.ts';

export function formatFilter(node: FilterNode): string {
  if (node.kind === 'all') return node.of.map(inAll).join(' ');
  if (node.kind === 'any')
    return node.of.map((part) => (part.kind === 'any' ? grouped(part) : formatFilter(part))).join(' or ');
  return inAll(node);
}

/** `event:"Add to cart"`: a key with one value, quoted where it must be. For links and completion. */
export function formatTerm(field: FieldName, value: string): string {
  return `${field}:${quotedIfNeeded(value)}`;
}

/** Quotes a value that would not be read back as it is. Stars keep their meaning outside of quotes. */
export function quotedIfNeeded(text: string): string {
  return /^$|^[<>=]|[\s"(),\\]/.test(text) ? quoted(text) : text;
}

function inAll(node: FilterNode): string {
  switch (node.kind) {
    case 'all':
    case 'any':
      return grouped(node);
    case 'not':
      return `-${inAll(node.of)}`;
    case 'word':
      return isPlainWord(node.text) ? node.text : quoted(node.text);
    case 'field': {
      const sign = node.operator;
      return `${node.field}${sign}${node.values.map(valueText).join(',')}`;
    }
  }
}

function grouped(node: FilterNode): string {
  return `(${formatFilter(node)})`;
}

function valueText({ text, isQuoted }: FilterValue): string {
  return isQuoted ? quoted(text) : text;
}

function isPlainWord(text: string): boolean {
  return /^[^\s"():<>=-][^\s"():<>=]*$/.test(text) && !/^(?:or|and|not)$/i.test(text);
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
