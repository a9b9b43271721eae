/** Hashes that no person stands behind: of nothing, of `null`, `undefined` and their kin, by every usual algorithm. */
import { md5 } from '../../meta/md5.ts';
import { sha1 } from '../../meta/sha1.ts';
import { sha256 } from '../../meta/sha256.ts';

/** Written once in code, each in the spellings that languages give it. */
const placeholders = ['', ' ', 'null', 'undefined', 'nan', 'none', 'nil', 'n/a', '[object Object]', '{}', '[]', '""'];

let known: ReadonlyMap<string, string> | null = null;

/** Nan and Nil are names that people have. */
const alsoNames = /^“(?:nan|nil)”$/i;

/** The word that was hashed, quoted for a sentence (`an empty text`, `“null”`); null for any other hash. */
export function placeholderOf(key: string, hash: string): string | null {
  known ??= index();
  const word = known.get(hash.toLowerCase()) ?? null;
  return word !== null && (key === 'fn' || key === 'ln') && alsoNames.test(word) ? null : word;
}

function index(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const word of placeholders.flatMap(spellings)) {
    const words = word.trim() === '' ? 'an empty text' : `“${word}”`;
    for (const hash of [sha256(word), sha1(word), md5(word)]) {
      found.set(hash, words);
      found.set(sha256(hash), words);
    }
  }
  return found;
}

function spellings(word: string): string[] {
  return [
    ...new Set([
      word,
      word.toUpperCase(),
      word.replace(/^[a-z]/, (first) => first.toUpperCase()),
      word === 'nan' ? 'NaN' : word,
    ]),
  ];
}
