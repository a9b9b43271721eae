/** Orders in JSON: a list, an object that holds one, or a record a line, flattened into a table. */
import { isJsonObject, type Json, type JsonObject, parseJson } from '../model/json.ts';
import type { OrderTable, TableRow } from './order-table.ts';

type Problem = { place: string; reason: string };

/** Null where the text is not JSON, or holds no list of objects. */
export function orderTableOfJson(text: string): OrderTable | null {
  const json = parseJson(text);
  const records = json === undefined ? null : recordsIn(json);
  if (records === null) return null;
  const placed = records.map((record, at) => ({ record, place: `record ${at + 1}` }));
  return { ...tableOf(placed), form: 'JSON' };
}

/** Of the start of a long JSON text its first record alone; null where no whole one is in it. */
export function orderTableOfCutJson(text: string): OrderTable | null {
  const start = text.indexOf('{', text.indexOf('['));
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at >= 0 && at < text.length; at++) {
    const char = text[at];
    if (isQuoted && char === '\\') at++;
    else if (char === '"') isQuoted = !isQuoted;
    else if (!isQuoted && char === '{') depth++;
    else if (!isQuoted && char === '}' && --depth === 0) return orderTableOfJson(`[${text.slice(start, at + 1)}]`);
  }
  return null;
}

/** One JSON object a line. Null where the first line that holds something is none. */
export function orderTableOfNdjson(text: string): { table: OrderTable; problems: Problem[] } | null {
  const placed: Placed[] = [];
  const problems: Problem[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const record = parseJson(line);
    if (isJsonObject(record))
      placed.push({ record: record.node && isJsonObject(record.node) ? record.node : record, place: `line ${at + 1}` });
    else if (placed.length === 0) return null;
    else problems.push({ place: `line ${at + 1}`, reason: 'It is not JSON.' });
  }
  return placed.length === 0 ? null : { table: { ...tableOf(placed), form: 'NDJSON' }, problems };
}

type Placed = { record: JsonObject; place: string };

/**
 * The longest list of objects, wherever it lies: `[…]`, `{"orders": […]}`, Stripe's `{"data": […]}`, GraphQL's edges.
 * One order alone is a list of one.
 */
function recordsIn(json: Json, depth = 0): JsonObject[] | null {
  if (Array.isArray(json)) {
    const objects = json.filter(isJsonObject).map((each) => (isJsonObject(each['node']) ? each['node'] : each));
    return objects.length > 0 ? objects : null;
  }
  if (!isJsonObject(json) || depth > 4) return null;
  if (isOneOrder(json)) return [json];
  const lists = Object.values(json).flatMap((value) => {
    const found = recordsIn(value, depth + 1);
    return found === null ? [] : [found];
  });
  return lists.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** It has a number or a key, and an amount or a time, of its own. */
function isOneOrder(json: JsonObject): boolean {
  const keys = Object.keys(json);
  return (
    keys.some((key) => /^(?:id|name|number|order_?(?:id|number|no))$/i.test(key)) &&
    keys.some((key) => /total|amount|value|price|created|date/i.test(key))
  );
}

/** Objects become paths, three levels deep; lists are left out: they hold products, addresses and the like. */
function tableOf(placed: readonly Placed[]): Pick<OrderTable, 'columns' | 'rows'> {
  const places = new Map<string, number>();
  const rows = placed.map(({ record, place }): TableRow => {
    const cells: string[] = [];
    for (const [path, text] of flatten(record, '', 0)) {
      const column = places.get(path) ?? places.size;
      places.set(path, column);
      cells[column] = text;
    }
    return { place, cells };
  });
  return { columns: [...places.keys()], rows };
}

function* flatten(record: JsonObject, path: string, depth: number): Generator<[path: string, text: string]> {
  for (const [key, value] of Object.entries(record)) {
    const name = path === '' ? key : `${path}.${key}`;
    if (isJsonObject(value)) {
      if (depth < 2) yield* flatten(value, name, depth + 1);
    } else if (value !== null && !Array.isArray(value)) yield [name, String(value)];
  }
}
