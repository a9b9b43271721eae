/** Groups bracketed parameters, `cd[value]` or `cd[contents][0][id]`, into the value that they stand for. */
import { type Json, type JsonObject, setOwn } from '../model/json.ts';
import type { Param } from './form.ts';
import { readJsonText } from './json-text.ts';
import { remembering } from './remembered.ts';

export type BracketKey = { readonly group: string; readonly path: readonly string[] };

/** Deeper keys are hostile or broken, and are left as plain parameters. */
const maxDepth = 8;

/** `cd[a][b]` → `cd`, `['a', 'b']`; null where the brackets are missing, not whole or too deep. */
export function readBracketKey(key: string): BracketKey | null {
  return key.endsWith(']') ? takeApart(key) : null;
}

const takeApart = remembering((key: string): BracketKey | null => {
  const [, group, brackets] = /^([^[\]]+)((?:\[[^[\]]*\])+)$/.exec(key) ?? [];
  if (!group || !brackets) return null;
  const path = brackets.slice(1, -1).split('][');
  return path.length > maxDepth ? null : { group, path };
});

type Branch = Map<string, Leaf>;
type Leaf = string | Branch;

/**
 * All parameters of one group as an object. The last of several values wins, `[]` makes a list, and a value that is
 * a JSON list or object is read as such (Meta's script sends lists and objects as JSON text).
 */
export function readGroup(params: readonly Param[], group: string): JsonObject {
  return readGroups(params).get(group) ?? {};
}

/** Every group among the parameters, as `readGroup` reads one. */
export function readGroups(params: readonly Param[]): Map<string, JsonObject> {
  const roots = new Map<string, Branch>();
  for (const { key, value } of params) {
    const read = readBracketKey(key);
    if (read === null) continue;
    const root: Branch = roots.get(read.group) ?? new Map();
    roots.set(read.group, root);
    plant(root, read.path, value);
  }
  return new Map(Array.from(roots, ([group, root]) => [group, toObject(root)]));
}

function plant(root: Branch, path: readonly string[], value: string): void {
  let branch = root;
  for (const segment of path.slice(0, -1)) {
    const name = segment === '' ? String(branch.size) : segment;
    const found = branch.get(name);
    const next: Branch = found instanceof Map ? found : new Map();
    branch.set(name, next);
    branch = next;
  }
  const last = path.at(-1) ?? '';
  branch.set(last === '' ? String(branch.size) : last, value);
}

function toObject(branch: Branch): JsonObject {
  const object: JsonObject = {};
  for (const [name, leaf] of branch) setOwn(object, name, toJson(leaf));
  return object;
}

function toJson(leaf: Leaf): Json {
  if (typeof leaf === 'string') return readJsonText(leaf);
  const isList = Array.from(leaf.keys()).every((name, index) => name === String(index));
  return isList ? Array.from(leaf.values(), toJson) : toObject(leaf);
}
