/** Products of an event: `content_ids` and `contents`, in the forms in which sites write them. */
import { isJsonObject, type Json, type JsonObject, parseJson } from '../model/json.ts';

export type Items = {
  /** Each once, sorted. */
  ids: string[];
  /** By id, of those that tell one; lines of the same product are added up. */
  quantities: ReadonlyMap<string, number>;
};

export function readItems(custom: Readonly<Record<string, Json>>): Items {
  const lines = listOf(custom['contents']).filter(isJsonObject);
  const listed = textsOf(listOf(custom['content_ids']));
  const ids = listed.length > 0 ? listed : textsOf(lines.map(({ id }) => id ?? null));
  return { ids: ids.length < 2 ? ids : [...new Set(ids)].sort(), quantities: quantitiesOf(lines) };
}

function textsOf(values: readonly Json[]): string[] {
  return values.flatMap(textOf);
}

/** A list, one bare value, or a list as JSON text, which some plugins send. */
function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null || value === '') return nothing;
  const read = typeof value === 'string' && /^\s*\[/.test(value) ? (parseJson(value) ?? value) : value;
  return Array.isArray(read) ? read : [read];
}

const nothing: readonly Json[] = [];
const noQuantities: ReadonlyMap<string, number> = new Map();

function quantitiesOf(lines: readonly JsonObject[]): ReadonlyMap<string, number> {
  if (lines.length === 0) return noQuantities;
  const quantities = new Map<string, number>();
  for (const { id, quantity } of lines) {
    const [name] = textOf(id);
    const count = quantity === undefined || quantity === null || quantity === '' ? Number.NaN : Number(quantity);
    if (name !== undefined && Number.isFinite(count)) quantities.set(name, (quantities.get(name) ?? 0) + count);
  }
  return quantities;
}

function textOf(value: Json | undefined): string[] {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? [String(value)] : [];
}
