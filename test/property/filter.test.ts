/** A filter that is written down reads back as itself, and no text at all breaks the reader. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatFilter } from '../../shared/filter/format.ts';
import { parseFilter } from '../../shared/filter/parse.ts';
import { textTest } from '../../shared/filter/pattern.ts';
import type { FilterNode } from '../../shared/filter/query.ts';

const pieces = [
  'event:',
  'gap>',
  '5s',
  ' ',
  '-',
  '(',
  ')',
  '"',
  '\\',
  'or',
  'not',
  ',',
  '*',
  ':',
  'value<',
  '1',
  'é',
  'x',
];
const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 20 });

test('any text is read or refused with a place inside it and a sentence', () => {
  fc.assert(
    fc.property(text, (parts) => {
      const typed = parts.join('');
      const reading = parseFilter(typed);
      if (reading.ok) return;
      const { at, end, message } = reading.fault;
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(typed.length);
      expect(end).toBeGreaterThanOrEqual(at);
      expect(message).toMatch(/\.$/);
    }),
    { numRuns: 2000 },
  );
});

const value = fc.record({ text: fc.string({ minLength: 1, maxLength: 8 }), isQuoted: fc.constant(true) });
const leaf: fc.Arbitrary<FilterNode> = fc.oneof(
  fc.record({ kind: fc.constant('word' as const), text: fc.string({ minLength: 1, maxLength: 8 }) }),
  fc.record({
    kind: fc.constant('field' as const),
    field: fc.constantFrom('event' as const, 'id' as const, 'url' as const),
    operator: fc.constant(':' as const),
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
  }),
);
const { filter } = fc.letrec<{ filter: FilterNode; group: FilterNode }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4 },
    leaf,
    tie('group'),
    fc.record({ kind: fc.constant('not' as const), of: tie('filter') }),
  ),
  group: fc.record({
    kind: fc.constantFrom('all' as const, 'any' as const),
    of: fc.array(tie('filter'), { minLength: 2, maxLength: 3 }),
  }),
}));

test('a filter that is written reads back as the same filter', () => {
  fc.assert(
    fc.property(filter, (node) => {
      expect(parseFilter(formatFilter(node))).toEqual({ ok: true, filter: node });
    }),
    { numRuns: 1000 },
  );
});

test('a filter that was typed means the same once it is written again', () => {
  fc.assert(
    fc.property(text, (parts) => {
      const reading = parseFilter(parts.join(''));
      if (reading.ok) expect(parseFilter(formatFilter(reading.filter))).toEqual(reading);
    }),
    { numRuns: 2000 },
  );
});

test('a star stands for any characters, as a regular expression would have it', () => {
  const ab = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 6 });
  fc.assert(
    fc.property(ab, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 }), (pattern, subject) => {
      const expected = new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(subject);
      expect(textTest({ text: pattern, isQuoted: false })(subject)).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});
