/** Takes the body of a Conversions API request apart: JSON, urlencoded or multipart, in all the forms SDKs send. */
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { readGroup } from './brackets.ts';
import { type Params, readForm } from './form.ts';
import { isDeeper, readWholeJson } from './json-in-text.ts';
import { isMultipart, readMultipart } from './multipart.ts';

export type CapiBody = {
  /** The request's fields; null where the body could not be read at all. */
  fields: JsonObject | null;
  /** `data` as a list, JSON texts in it read; null where there is no list. Elements may be anything. */
  events: Json[] | null;
  /** In words for people. */
  problems: string[];
};

/** Deeper values are hostile: recursive readers would run out of stack. */
const maxDepth = 100;

/** Never throws. A JSON list instead of an object is read as if it were `data`. */
export function readCapiBody(body: string, contentType: string | null): CapiBody {
  if (body.trim() === '') return { fields: null, events: null, problems: ['the body is empty'] };
  if (isMultipart(contentType, body)) return fromParams(readMultipart(body, contentType));
  if (!/^\s*[[{]/.test(body) && !/json/i.test(contentType ?? '')) return fromParams(readForm(body));
  const value = readWholeJson(body);
  if (value === undefined) return { fields: null, events: null, problems: ['the body is not JSON'] };
  return fromFields(Array.isArray(value) ? { data: value } : value, []);
}

function fromParams({ params, damage }: Params): CapiBody {
  const fields: JsonObject = {};
  for (const { key, value } of params) {
    if (!key.startsWith('data[')) fields[key] = value;
  }
  const group = readGroup(params, 'data');
  if (Object.keys(group).length > 0) fields.data = Object.values(group);
  return fromFields(fields, damage);
}

function fromFields(value: Json, problems: string[]): CapiBody {
  if (!isJsonObject(value)) return { fields: null, events: null, problems: ['the body is not an object'] };
  if (isDeeper(value, maxDepth)) return { fields: null, events: null, problems: ['the body is nested too deep'] };
  const data = fromText(value.data ?? null);
  if (!Array.isArray(data)) {
    const problem = value.data === undefined ? 'the body has no data' : 'data is not a list';
    return { fields: value, events: null, problems: [...problems, problem] };
  }
  const events = data.map(fromText);
  if (isDeeper(events, maxDepth)) return { fields: null, events: null, problems: ['data is nested too deep'] };
  return { fields: value, events, problems };
}

function fromText(value: Json): Json {
  return typeof value === 'string' ? (readWholeJson(value) ?? value) : value;
}
