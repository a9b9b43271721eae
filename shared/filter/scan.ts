/** Reads a filter's text from left to right: where words end, what stands in quotes, which keys begin a field. */
import type { FilterFault, FilterValue } from './query.ts';

/** Thrown inside the parser alone; `parseFilter` turns it into a reading. */
export class FilterError extends Error {
  readonly fault: FilterFault;
  constructor(fault: FilterFault) {
    super(fault.message);
    this.fault = fault;
  }
}

export type Scanner = ReturnType<typeof createScanner>;

const fieldStart = /([a-z][a-z_]*)(:(?:>=|<=|>|<|=)?|>=|<=|>|<|=)/iy;
const blank = /\s/;

export function createScanner(text: string) {
  let at = 0;

  function skipBlanks(): void {
    while (at < text.length && blank.test(text.charAt(at))) at += 1;
  }

  /** Consumes the sign if it comes next. */
  function take(sign: string): boolean {
    if (!text.startsWith(sign, at)) return false;
    at += sign.length;
    return true;
  }

  /** Consumes a bare word such as `or` if it comes next and stands alone. */
  function takeWord(word: string): boolean {
    const end = at + word.length;
    const isAlone = end >= text.length || blank.test(text.charAt(end)) || text.charAt(end) === '(';
    if (!isAlone || text.slice(at, end).toLowerCase() !== word) return false;
    at = end;
    return true;
  }

  /** `key:` or `key>` at this place, not consumed. */
  function peekField(): { name: string; operator: string; end: number } | null {
    fieldStart.lastIndex = at;
    const [whole = '', name, operator] = fieldStart.exec(text) ?? [];
    return name === undefined || operator === undefined ? null : { name, operator, end: at + whole.length };
  }

  /** Up to a blank, a closing parenthesis that was not opened inside, or (in a list of values) a comma. */
  function bare(endsAtComma: boolean): string {
    const start = at;
    let open = 0;
    for (; at < text.length; at += 1) {
      const character = text.charAt(at);
      if (blank.test(character) || (endsAtComma && character === ',')) break;
      if (character === '(') open += 1;
      if (character === ')' && --open < 0) break;
    }
    return text.slice(start, at);
  }

  function quoted(): string {
    const start = at;
    let value = '';
    for (at += 1; at < text.length; at += 1) {
      const character = text.charAt(at);
      if (character === '"') {
        at += 1;
        return value;
      }
      if (character === '\\' && /["\\]/.test(text.charAt(at + 1))) at += 1;
      value += text.charAt(at);
    }
    throw new FilterError({ at: start, end: at, message: 'A quote is opened and not closed.', isUnfinished: true });
  }

  function value(endsAtComma: boolean): FilterValue {
    return text.charAt(at) === '"' ? { text: quoted(), isQuoted: true } : { text: bare(endsAtComma), isQuoted: false };
  }

  return {
    at: () => at,
    moveTo: (place: number) => {
      at = place;
    },
    isAtEnd: () => at >= text.length,
    next: (count = 1) => text.slice(at, at + count),
    skipBlanks,
    take,
    takeWord,
    peekField,
    value,
  };
}
