/** Knows the names that log rotation gives: `app.log.2.gz`, `app.log.1`, `app.log-20251216.zst`, beside `app.log`. */

export type Rotation = {
  /** The log that it was once called. */
  base: string;
  /** Sorts with the oldest first. */
  order: [kind: 'dated' | 'numbered' | 'current', text: string, number: number];
};

const packed = /\.(?:gz|zst|zip)$/i;
const dated = /^(.+?)[-._](\d{4}-?\d\d-?\d\d(?:[-_T.]?\d{2,10})?)$/;
const numbered = /^(.+)\.(\d{1,5})$/;

export function isPacked(path: string): boolean {
  return packed.test(path);
}

export function rotationOf(path: string): Rotation {
  const plain = path.replace(packed, '');
  const [, datedBase, date] = dated.exec(plain) ?? [];
  if (datedBase !== undefined && date !== undefined) {
    return { base: datedBase, order: ['dated', date.replace(/\D/g, ''), 0] };
  }
  const [, base, number] = numbered.exec(plain) ?? [];
  // The higher the number, the older.
  if (base !== undefined) return { base, order: ['numbered', '', -Number(number)] };
  return { base: plain, order: ['current', '', 0] };
}

const kinds = ['dated', 'numbered', 'current'];

/** For `sort`: the logs of one base together, oldest first; bases in alphabetical order. */
export function byAge(a: string, b: string): number {
  const [one, other] = [rotationOf(a), rotationOf(b)];
  if (one.base !== other.base) return one.base < other.base ? -1 : 1;
  const [kind, date, number] = one.order;
  const [otherKind, otherDate, otherNumber] = other.order;
  if (kind !== otherKind) return kinds.indexOf(kind) - kinds.indexOf(otherKind);
  if (date !== otherDate) return date < otherDate ? -1 : 1;
  return number - otherNumber || (a < b ? -1 : a > b ? 1 : 0);
}
