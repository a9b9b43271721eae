/** Tables of places: from codes to names, and from a name in any spelling back to its code. */

/** Names by code; the first is the usual one. */
export type NameTable = ReadonlyMap<string, readonly string[]>;

/** Reads `code name|other name, code name, …`. */
export function namesByCode(text: string): NameTable {
  const entries = text.split(',').map((entry): [string, string[]] => {
    const [code = '', ...words] = entry.trim().split(/\s+/);
    return [code, words.join(' ').split('|')];
  });
  return new Map(entries);
}

/** Only a–z, as Meta's code compares names. */
export function plainLetters(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}

/**
 * The code of a place as Parameter Builder finds it: the name itself, else the longest name that the text begins
 * with, else its first two letters. Null for a text without letters.
 */
export function codeReader(table: NameTable): (text: string) => string | null {
  const codes = new Map<string, string>();
  for (const [code, names] of table) for (const name of names) codes.set(plainLetters(name), code);
  const longestFirst = [...codes.keys()].sort((a, b) => b.length - a.length);
  return (text) => {
    const letters = plainLetters(text);
    if (letters.length < 3) return letters || null;
    const known = codes.get(letters) ?? codes.get(longestFirst.find((name) => letters.startsWith(name)) ?? '');
    return known ?? letters.slice(0, 2);
  };
}
