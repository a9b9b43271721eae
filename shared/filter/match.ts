/** Makes a filter into a test of a pair. A side named by `channel` is the side that the keys beside it ask. */
import type { Side } from '../model/event.ts';
import { fieldTest, type PairTest, type Scope } from './field-tests.ts';
import type { FilterNode } from './query.ts';
import { textOf } from './subject.ts';

export function compileFilter(filter: FilterNode): PairTest {
  return compile(filter, null);
}

function compile(node: FilterNode, scope: Scope): PairTest {
  switch (node.kind) {
    case 'all': {
      const tests = node.of.map((part) => compile(part, scopeOf(node.of) ?? scope));
      return (subject) => tests.every((test) => test(subject));
    }
    case 'any': {
      const tests = node.of.map((part) => compile(part, scope));
      return (subject) => tests.some((test) => test(subject));
    }
    case 'not': {
      const test = compile(node.of, scope);
      return (subject) => !test(subject);
    }
    case 'word': {
      const wanted = node.text.toLowerCase();
      return (subject) => textOf(subject).includes(wanted);
    }
    case 'field':
      return fieldTest(node, scope);
  }
}

/** What `channel` says among the parts that must all hold; null where none of them does. */
function scopeOf(parts: readonly FilterNode[]): Scope {
  const sides = parts.flatMap((part) =>
    part.kind === 'field' && part.field === 'channel' ? part.values.map(({ text }) => text as Side) : [],
  );
  return sides.length === 0 ? null : sides;
}
