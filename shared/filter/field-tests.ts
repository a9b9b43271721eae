/** What each key of the filter asks of a pair, its copies and its findings. */
import type { Side } from '../model/event.ts';
import type { EventRow } from '../view/rows.ts';
import { readDurationMs, readNumber } from './amounts.ts';
import { carries, lacks } from './carries.ts';
import { textTest } from './pattern.ts';
import type { FieldName, FilterNode, FilterValue, Operator } from './query.ts';
import type { FilterSubject } from './subject.ts';

export type PairTest = (subject: FilterSubject) => boolean;

/** The sides whose copies are asked; null for both. */
export type Scope = readonly Side[] | null;

type Field = Extract<FilterNode, { kind: 'field' }>;
type CopyTest = (copy: EventRow, subject: FilterSubject) => boolean;

export function fieldTest(field: Field, scope: Scope): PairTest {
  return tests[field.field](field, scope);
}

/** A field with several values is met by any of them. */
const tests: Record<FieldName, (field: Field, scope: Scope) => PairTest> = {
  event: (field, scope) => copyText(field, scope, ({ eventName }) => eventName),
  channel: (field) => oneOf(field, null, ({ side }) => side),
  paired: ({ values }) => {
    const words = wordsOf(values);
    return ({ pair: { verdict } }) => words.has(verdict === 'deduplicated' || verdict === 'fallback' ? 'yes' : 'no');
  },
  verdict: ({ values }) => {
    const words = wordsOf(values);
    return ({ pair }) => words.has(pair.verdict);
  },
  issue: ({ values }) => {
    const codes = values.map(codeTest);
    return ({ findings }) => findings.some(({ code }) => codes.some((test) => test(code)));
  },
  severity: ({ values }) => {
    const words = wordsOf(values);
    return ({ findings }) => findings.some(({ severity }) => words.has(severity));
  },
  has: ({ values }, scope) =>
    someCopy(scope, (copy, subject) => values.some(({ text }) => carries(copy, text, subject))),
  missing: ({ values }, scope) =>
    someCopy(scope, (copy, subject) => values.some(({ text }) => lacks(copy, text, subject))),
  id: (field, scope) => {
    const isEventId = copyText(field, scope, ({ eventId }) => eventId);
    const isNumber = copyText(field, scope, ({ id }) => id);
    return (subject) => isEventId(subject) || isNumber(subject);
  },
  order: ({ values }) => {
    const orders = values.map((value) => textTest(value));
    return ({ pair: { order } }) => order !== null && orders.some((test) => test(order.toLowerCase()));
  },
  url: ({ values }, scope) => {
    const pages = values.map((value) => textTest(value, true));
    return someCopy(scope, ({ url }) => url !== null && pages.some((test) => test(url.toLowerCase())));
  },
  dataset: (field, scope) => copyText(field, scope, ({ datasetId }) => datasetId),
  outcome: (field, scope) => oneOf(field, scope, ({ outcome }) => outcome),
  value: (field, scope) => {
    const isMet = amountTest(field, readNumber);
    return someCopy(scope, ({ value }) => isMet(value));
  },
  currency: (field, scope) => copyText(field, scope, ({ currency }) => currency),
  gap: (field) => {
    const isMet = amountTest(field, readDurationMs);
    return ({ pair }) => isMet(pair.gapMs);
  },
  delay: (field, scope) => {
    const isMet = amountTest(field, readDurationMs);
    return someCopy(scope, ({ seenAt, at }) => isMet(seenAt === null ? null : seenAt - at));
  },
  counted: (field) => {
    const isMet = amountTest(field, readNumber);
    return ({ pair }) => isMet(pair.counted);
  },
};

function wordsOf(values: readonly FilterValue[]): ReadonlySet<string> {
  return new Set(values.map(({ text }) => text));
}

function someCopy(scope: Scope, test: CopyTest): PairTest {
  return (subject) => {
    for (const copy of subject.copies) {
      if ((scope === null || scope.includes(copy.side)) && test(copy, subject)) return true;
    }
    return false;
  };
}

function oneOf({ values }: Field, scope: Scope, read: (copy: EventRow) => string): PairTest {
  const words = wordsOf(values);
  return someCopy(scope, (copy) => words.has(read(copy)));
}

function copyText({ values }: Field, scope: Scope, read: (copy: EventRow) => string | null): PairTest {
  const texts = values.map((value) => textTest(value));
  return someCopy(scope, (copy) => {
    const text = read(copy)?.toLowerCase();
    return text !== undefined && texts.some((test) => test(text));
  });
}

/** `id.mismatch`, `id-mismatch`, the family `id`, or `mismatch` alone; a star as elsewhere. */
function codeTest(value: FilterValue): (code: string) => boolean {
  const test = textTest({ ...value, text: value.text.replaceAll('.', '-') });
  const known = new Map<string, boolean>();
  return (code) => {
    const before = known.get(code);
    if (before !== undefined) return before;
    const [family = '', ...rest] = code.split('.');
    const isMeant = [code.replaceAll('.', '-'), family, rest.join('-')].some(test);
    known.set(code, isMeant);
    return isMeant;
  };
}

/** False where there is no amount to compare. */
function amountTest(
  { operator, values }: Field,
  read: (text: string) => number | null,
): (amount: number | null) => boolean {
  const wanted = values.map(({ text }) => read(text) ?? Number.NaN);
  const holds = comparisons[operator];
  return (amount) => amount !== null && wanted.some((each) => holds(amount, each));
}

const comparisons: Record<Operator, (a: number, b: number) => boolean> = {
  ':': (a, b) => a === b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
};
