/** What may stand at the cursor of a filter: keys by their beginning, values that occur. */
import { fieldByName, fieldNames, fields } from './fields.ts';
import { formatTerm, quotedIfNeeded } from './format.ts';
import type { Occurring } from './occurring.ts';
import type { FieldName } from './query.ts';

export type CompletionOption = {
  /** Replaces the text from `from` to `to`. */
  insert: string;
  label: string;
  detail: string;
};

export type Completion = { from: number; to: number; options: CompletionOption[] };

const mostOptions = 9;
/** Longer values are of no use in a list, and hostile ones may have no end. */
const longestValue = 120;

/** `cursor` is an offset in UTF-16 units. Empty options: nothing to offer. */
export function complete(text: string, cursor: number, occurring: Occurring): Completion {
  const from = termStart(text, cursor);
  const typed = text.slice(from, cursor);
  const to = cursor + (/^[^\s,)]*/.exec(text.slice(cursor))?.[0].length ?? 0);
  const [, name = '', sign = '', rest = ''] = /^([a-z][a-z_]*)(:[<>]?=?|[<>]=?)(.*)$/is.exec(typed) ?? [];
  const field = fieldByName(name);
  if (sign === '') return { from, to, options: typed === '' && to > cursor ? [] : beginnings(typed, occurring) };
  if (field === null) return { from, to, options: [] };
  const valueFrom = from + name.length + sign.length + rest.lastIndexOf(',') + 1;
  return { from: valueFrom, to, options: valueOptions(field, text.slice(valueFrom, cursor), occurring) };
}

/** Where the term at the cursor begins, behind a minus sign and parentheses. */
function termStart(text: string, cursor: number): number {
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < cursor; at += 1) {
    const character = text.charAt(at);
    if (character === '"' && text.charAt(at - 1) !== '\\') isQuoted = !isQuoted;
    if (isQuoted) continue;
    const isSign = (character === '-' || character === '(') && at === start;
    if (isSign || /\s/.test(character)) start = at + 1;
  }
  return start;
}

/** Keys first; then whole terms that the typed letters are a part of. */
function beginnings(typed: string, occurring: Occurring): CompletionOption[] {
  const lower = typed.toLowerCase();
  const keys = fieldNames
    .filter((name) => [name, ...fields[name].aliases].some((each) => each.startsWith(lower)))
    .map((name) => ({
      insert: keyText(name),
      label: keyText(name),
      detail: `${fields[name].meaning}, as ${fields[name].example}`,
    }));
  if (lower === '') return keys;
  const terms = (['event', 'issue'] as const).flatMap((field) =>
    matching(occurring(field), lower).map(([value, count]) => {
      const term = formatTerm(field, value);
      return { insert: term, label: term, detail: String(count) };
    }),
  );
  return [...keys, ...terms].slice(0, mostOptions);
}

function keyText(name: FieldName): string {
  const { kind } = fields[name];
  return `${name}${kind === 'duration' || name === 'value' ? '>' : ':'}`;
}

function valueOptions(field: FieldName, typed: string, occurring: Occurring): CompletionOption[] {
  const { kind, choices = {} } = fields[field];
  const lower = typed.replace(/^"/, '').toLowerCase();
  if (kind === 'duration') return exampleOptions(['1s', '5s', '1m', '1h', '1d'], lower);
  if (field === 'value' || field === 'counted') return [];
  const counts = occurring(field);
  const all = kind === 'choice' ? new Map(Object.keys(choices).map((each) => [each, counts.get(each) ?? 0])) : counts;
  const most = kind === 'choice' ? Infinity : mostOptions;
  return matching(all, lower)
    .slice(0, most)
    .map(([value, count]) => ({
      insert: quotedIfNeeded(value),
      label: value,
      detail: count === 0 ? '' : String(count),
    }));
}

function exampleOptions(examples: readonly string[], typed: string): CompletionOption[] {
  const fitting = examples.filter((example) => example.startsWith(typed));
  return fitting.map((example) => ({ insert: example, label: example, detail: '' }));
}

/** Values that begin with the letters, then those that hold them; the most frequent first. */
function matching(counts: ReadonlyMap<string, number>, lower: string): [string, number][] {
  const rank = (value: string) => (value.toLowerCase().startsWith(lower) ? 0 : 1);
  const fitting = [...counts].filter(([value]) => value.length <= longestValue && value.toLowerCase().includes(lower));
  return fitting
    .sort(([a, countA], [b, countB]) => rank(a) - rank(b) || countB - countA || (a < b ? -1 : 1))
    .slice(0, mostOptions * 2);
}
