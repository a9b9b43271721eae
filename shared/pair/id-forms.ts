/** Ids in the forms in which two systems write the same one: how two ids relate, and order numbers in URLs. */

/** How two different ids relate; `unrelated` where they share no more than letters. */
export type IdRelation =
  | 'case'
  | 'white space'
  | 'leading zeros'
  | 'prefix'
  | 'suffix'
  | 'prefix and suffix'
  | 'unrelated';

/** Comparable form: trimmed, lower case, leading zeros of a number dropped. */
export function idForm(id: string): string {
  const plain = id.trim().toLowerCase();
  return plain.replace(/^0+(?=\d)/, '');
}

/**
 * The longest run of digits (at least 3, zeros dropped), else the whole form: two variants of one id share it, so that
 * they can be found by it. It proves nothing; `relateIds` decides.
 */
export function idCore(id: string): string {
  let core = '';
  for (const run of id.match(/\d{3,}/g) ?? []) {
    const digits = run.replace(/^0+(?=\d)/, '');
    if (digits.length > core.length) core = digits;
  }
  return core === '' ? idForm(id) : core;
}

/**
 * The number in an order number, zeros dropped; null where it holds none or several. Two orders that hold one each can
 * be forms of one order only where it is the same: `relateIds` lets no digit meet a digit.
 */
export function orderNumber(order: string): string | null {
  const [number, another] = order.match(/\d+/g) ?? [];
  return number === undefined || another !== undefined ? null : number.replace(/^0+(?=\d)/, '');
}

/** Names how `b` differs from `a`; null where they are the same. */
export function relateIds(a: string, b: string): IdRelation | null {
  if (a === b) return null;
  if (a.trim() === b.trim()) return 'white space';
  if (a.trim().toLowerCase() === b.trim().toLowerCase()) return 'case';
  if (idForm(a) === idForm(b)) return 'leading zeros';
  const [short, long] = [idForm(a), idForm(b)].sort((x, y) => x.length - y.length) as [string, string];
  return affixRelation(short, long);
}

/** The shorter must stand in the longer as a whole word or number, and be long enough not to be there by chance. */
function affixRelation(short: string, long: string): IdRelation {
  const at = long.indexOf(short);
  if (short.length < 3 || at < 0) return zeroPadded(short, long);
  const before = long.slice(0, at);
  const after = long.slice(at + short.length);
  if (!isBoundary(before.at(-1), short.at(0)) || !isBoundary(short.at(-1), after.at(0))) return zeroPadded(short, long);
  if (before !== '' && after !== '') return 'prefix and suffix';
  return before !== '' ? 'prefix' : 'suffix';
}

/** `1` and `000001`, `order-1` and `order-0001`: a number that lost its zeros behind a prefix. */
function zeroPadded(a: string, b: string): IdRelation {
  return withoutZeros(a) === withoutZeros(b) ? 'leading zeros' : 'unrelated';
}

/** `idForm` with the leading zeros of every number dropped: two variants that differ by zeros share it. */
export function withoutZeros(form: string): string {
  return form.replace(/0+(?=\d)/g, (zeros, at: number) => (/\d/.test(form[at - 1] ?? '') ? zeros : ''));
}

/** A digit must not meet a digit; a letter must not meet a letter. */
function isBoundary(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return true;
  const isDigit = (char: string) => char >= '0' && char <= '9';
  const isLetter = (char: string) => /\p{L}/u.test(char);
  return !(isDigit(left) && isDigit(right)) && !(isLetter(left) && isLetter(right));
}

const orderParameter = /[?&](?:order[_-]?(?:id|number|no|nr)?|transaction[_-]?id)=([^&#]{1,64})/i;
const orderPath = /\/(?:order-received|orders?|thank-?you|confirmation)\/([A-Za-z0-9_-]*\d[A-Za-z0-9_-]*)(?=[/?#]|$)/i;

/** The order number in a thank-you page's URL, as shops write it; null where there is none. */
export function orderInUrl(url: string): string | null {
  const found = orderParameter.exec(url)?.[1] ?? orderPath.exec(url)?.[1] ?? null;
  if (found === null || !/\d/.test(found)) return null;
  try {
    return decodeURIComponent(found);
  } catch {
    return found;
  }
}
