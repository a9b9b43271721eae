/** Reads a filter: SPEC.md has the grammar. What cannot be read is told with its place, never thrown. */
import { fieldByName, fieldNames } from './fields.ts';
import { everything, type FilterNode, type FilterReading } from './query.ts';
import { readField } from './read-field.ts';
import { createScanner, FilterError, type Scanner } from './scan.ts';

/** Longer than anyone types; a pasted file is no filter. */
const mostCharacters = 4000;
const mostDepth = 40;

/** Never throws. An empty text keeps everything. */
export function parseFilter(text: string): FilterReading {
  try {
    if (text.length > mostCharacters) throw fault(mostCharacters, text.length, 'This filter is too long.');
    const scanner = createScanner(text);
    const filter = readAny(scanner, 0);
    if (!scanner.isAtEnd()) throw fault(scanner.at(), scanner.at() + 1, 'This parenthesis closes nothing.');
    return { ok: true, filter };
  } catch (error) {
    if (error instanceof FilterError) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** all { "or" all } */
function readAny(scanner: Scanner, depth: number): FilterNode {
  const parts = [readAll(scanner, depth)];
  for (let start = scanner.at(); scanner.takeWord('or'); start = scanner.at()) {
    const before = parts.at(-1);
    const after = readAll(scanner, depth);
    if (before === undefined || isEmpty(before) || isEmpty(after)) {
      throw new FilterError({
        at: start,
        end: start + 2,
        message: '“or” needs something on both sides; in quotes it is a word.',
        isUnfinished: scanner.isAtEnd() && before !== undefined && !isEmpty(before),
      });
    }
    parts.push(after);
  }
  return joined('any', parts);
}

/** { term }, with "and" between terms for those who like to write it. */
function readAll(scanner: Scanner, depth: number): FilterNode {
  const terms: FilterNode[] = [];
  for (;;) {
    scanner.skipBlanks();
    if (terms.length > 0 && scanner.takeWord('and')) scanner.skipBlanks();
    if (scanner.isAtEnd() || scanner.next() === ')') break;
    const start = scanner.at();
    if (scanner.takeWord('or')) {
      scanner.moveTo(start);
      break;
    }
    terms.push(readTerm(scanner, depth));
  }
  return joined('all', terms);
}

function readTerm(scanner: Scanner, depth: number): FilterNode {
  const start = scanner.at();
  if (depth > mostDepth) throw fault(start, start + 1, 'Parentheses and minus signs stand too deep in each other.');
  if (isNegated(scanner)) return { kind: 'not', of: readTerm(scanner, depth + 1) };
  if (scanner.take('(')) return readGroup(scanner, { start, depth });
  const begun = scanner.peekField();
  const field = begun === null ? null : fieldByName(begun.name);
  if (begun !== null && field !== null) return readField(scanner, { ...begun, field });
  if (begun?.operator.startsWith(':') && !isAddress(scanner)) {
    throw fault(start, start + begun.name.length, unknownKey(begun.name));
  }
  return { kind: 'word', text: scanner.value(false).text };
}

/** `-term` or `not term`; a minus alone is a word. */
function isNegated(scanner: Scanner): boolean {
  const start = scanner.at();
  const isNot = scanner.takeWord('not');
  if (!isNot && !scanner.take('-')) return false;
  if (isNot) scanner.skipBlanks();
  if (/^[^\s)]/.test(scanner.next())) return true;
  scanner.moveTo(start);
  return false;
}

function readGroup(scanner: Scanner, { start, depth }: { start: number; depth: number }): FilterNode {
  const inside = readAny(scanner, depth + 1);
  if (!scanner.take(')')) {
    const message = 'A parenthesis is opened and not closed.';
    throw new FilterError({ at: start, end: start + 1, message, isUnfinished: true });
  }
  if (isEmpty(inside)) throw fault(start, scanner.at(), 'There is nothing between these parentheses.');
  return inside;
}

/** `https://…` is a page to look for, not a key. */
function isAddress(scanner: Scanner): boolean {
  return /^[a-z][a-z_]*:\/\//i.test(scanner.next(24));
}

function unknownKey(name: string): string {
  const lower = name.toLowerCase();
  const near = fieldNames.find((key) => key.startsWith(lower.slice(0, 3)) || lower.startsWith(key));
  const hint = near === undefined ? `Keys are ${fieldNames.join(', ')}.` : `Did you mean ${near}?`;
  return `There is no key “${name}”. ${hint} In quotes it is a text to look for.`;
}

function joined(kind: 'all' | 'any', of: FilterNode[]): FilterNode {
  const [first] = of;
  return of.length === 1 && first !== undefined ? first : of.length === 0 ? everything : { kind, of };
}

function isEmpty(node: FilterNode): boolean {
  return node.kind === 'all' && node.of.length === 0;
}

function fault(at: number, end: number, message: string): FilterError {
  return new FilterError({ at, end, message, isUnfinished: false });
}
