/** Finds the material beside the project that tests check the readers against: vectors and real recordings. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../../shared/', import.meta.url);

/** Absolute path of a file such as `facts/vectors/tr_requests.jsonl`. */
export function material(path: string): string {
  return fileURLToPath(new URL(path, root));
}

/** False in a checkout that stands alone: tests over the material are then skipped, not failed. */
export const hasMaterial = existsSync(root);

/** The rows of a `.jsonl` file. */
export function materialRows<Row>(path: string): Row[] {
  const lines = readFileSync(material(path), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Row);
}

/** A `.json` file. */
export function materialJson<Value>(path: string): Value {
  return JSON.parse(readFileSync(material(path), 'utf8')) as Value;
}
