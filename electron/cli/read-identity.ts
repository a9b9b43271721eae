/** Reads the file of `--identity`: what the tester knows of themselves. It stays in memory; refusals never quote it. */
import { readFileSync } from 'node:fs';
import { Refusal } from '../../shared/api/errors.ts';
import { type Identity, identityKeyOf, identityKeys } from '../../shared/model/identity.ts';
import { isJsonObject, parseJson } from '../../shared/model/json.ts';

/** A person's details are a few lines; more is another file by mistake. */
const mostBytes = 100_000;

/** `where` names the place in the file for a refusal. */
type Entry = { name: string; values: string[]; where: string };

/** JSON (`{"email": "…", "phone": ["…"]}`) or lines of `key: value`; `#` begins a comment line. */
export function readIdentity(path: string): Identity {
  const text = readText(path);
  const entries = /^\s*[[{]/.test(text) ? entriesOfJson(path, text) : entriesOfLines(path, text);
  const identity = new Map<string, string[]>();
  for (const { key, values } of entries.flatMap((entry) => fieldsOf(path, entry))) {
    identity.set(key, [...(identity.get(key) ?? []), ...values]);
  }
  if (identity.size === 0) throw unreadable(path, 'holds no value. Write lines such as “email: …” and “phone: …”');
  return Object.freeze(Object.fromEntries(identity));
}

function readText(path: string): string {
  try {
    const bytes = readFileSync(path);
    if (bytes.length <= mostBytes) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
    const why = code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'is not UTF-8 text' : `cannot be read (${code})`;
    throw unreadable(path, why, cause);
  }
  throw unreadable(path, 'is too large for a few details of one person');
}

function entriesOfJson(path: string, text: string): Entry[] {
  const json = parseJson(text);
  if (json === undefined) throw unreadable(path, 'begins like JSON and is not JSON');
  if (!isJsonObject(json)) throw unreadable(path, 'must hold one JSON object, such as {"email": "…", "phone": "…"}');
  return Object.entries(json).map(([name, value], index) => {
    const where = `field ${index + 1}`;
    const values = (Array.isArray(value) ? value : [value]).filter((each) => each !== null);
    const isPlain = values.every((each) => typeof each === 'string' || typeof each === 'number');
    if (!isPlain) throw unreadable(path, `has something else than texts in ${where}`);
    return { name, values: values.map(String), where };
  });
}

function entriesOfLines(path: string, text: string): Entry[] {
  return text.split(/\r?\n/).flatMap((line, index): Entry[] => {
    if (/^\s*(?:#|$)/.test(line)) return [];
    const where = `line ${index + 1}`;
    const [, name, value] = /^([^:=]+)[:=](.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw unreadable(path, `has no “key: value” in ${where}`);
    return [{ name, values: [value.trim()], where }];
  });
}

/** One key for an entry; a whole name is two. */
function fieldsOf(path: string, { name, values, where }: Entry): { key: string; values: string[] }[] {
  const given = values.filter((value) => value.trim() !== '');
  if (/^\s*(?:full[\s_-]?)?name\s*$/i.test(name)) return given.flatMap(splitName);
  const key = identityKeyOf(name);
  if (key === null) {
    throw unreadable(
      path,
      `names a field in ${where} that is none of ${identityKeys.join(', ')} (or email, phone, name, …)`,
    );
  }
  return given.length === 0 ? [] : [{ key, values: given }];
}

function splitName(name: string): { key: string; values: string[] }[] {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  const fields = [{ key: 'fn', values: [first] }];
  return rest.length === 0 ? fields : [...fields, { key: 'ln', values: [rest.join(' ')] }];
}

function unreadable(path: string, why: string, cause?: unknown): Refusal {
  return new Refusal('unreadable-file', `--identity: ${path} ${why}.`, { cause });
}
