/** What a filter says once it is read: words and fields, joined by all, any and not. SPEC.md has the grammar. */

export type FieldName =
  | 'event'
  | 'channel'
  | 'paired'
  | 'verdict'
  | 'issue'
  | 'severity'
  | 'has'
  | 'missing'
  | 'id'
  | 'order'
  | 'url'
  | 'dataset'
  | 'outcome'
  | 'value'
  | 'currency'
  | 'gap'
  | 'delay'
  | 'counted';

export type Operator = ':' | '>' | '>=' | '<' | '<=';

/** A value as it was typed; `isQuoted`: a star in it is a star. */
export type FilterValue = { text: string; isQuoted: boolean };

export type FilterNode =
  | { kind: 'all' | 'any'; of: FilterNode[] }
  | { kind: 'not'; of: FilterNode }
  /** Free text, looked for in ids, names, pages and orders. */
  | { kind: 'word'; text: string }
  /** Any of the values is enough; a comparison has one. */
  | { kind: 'field'; field: FieldName; operator: Operator; values: FilterValue[] };

/** The filter that keeps everything. */
export const everything: FilterNode = { kind: 'all', of: [] };

/** Why a filter cannot be read. `at` and `end` are offsets into the text, in UTF-16 units, `end` excluded. */
export type FilterFault = {
  at: number;
  end: number;
  /** One plain sentence, fit to show. */
  message: string;
  /** More typing may still make it whole: a value that has not begun, an open quote. */
  isUnfinished: boolean;
};

export type FilterReading = { ok: true; filter: FilterNode } | { ok: false; fault: FilterFault };
