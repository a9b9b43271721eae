/** Reads the copy of a Pixel event that Meta's script posts to a Conversions API Gateway, or "open bridge". */
import type { DecodedBrowserEvent } from '../model/event.ts';
import type { BrowserCallFact } from '../model/fact.ts';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../model/json.ts';
import { readJsonText } from './json-text.ts';
import { callBase, cookieEvidence, texts } from './pixel-event.ts';

/** Keys of the copy that hold what the Pixel call has as `cd[…]`, by the name that it has there. */
const customKeys: ReadonlyMap<string, string> = new Map([
  ['fb.order_id', 'order_id'],
  ['fb.num_items', 'num_items'],
  ['fb.predicted_ltv', 'predicted_ltv'],
  ['fb.search_string', 'search_string'],
  ['fb.registration_status', 'status'],
]);

const customObjects = ['custom_data', 'fb.dynamic_product_ads', 'conversion_value'];
const customerObjects = ['user_data', 'fb.advanced_matching'];
const ownField = new Set(['event_name', 'event_id', 'fb.pixel_id', 'fb.fbp', 'fb.clickID', ...customerObjects]);

/** The event; null where the body is not such a copy. A cut body gives what its start still tells. Never throws. */
export function readGatewayCopy(fact: BrowserCallFact): DecodedBrowserEvent | null {
  const text = fact.body ?? '';
  if (!text.includes('"event_name"') || !text.includes('"fb.pixel_id"')) return null;
  const whole = readJsonText(text);
  if (typeof whole === 'string') return salvage(fact, text);
  return isJsonObject(whole) ? toEvent(fact, whole, []) : null;
}

function toEvent(fact: BrowserCallFact, body: JsonObject, damage: string[]): DecodedBrowserEvent | null {
  const eventName = textOf(body.event_name);
  if (eventName === null) return null;
  const context = isJsonObject(body.website_context) ? body.website_context : {};
  return {
    ...callBase(fact, null),
    datasetId: textOf(body['fb.pixel_id']),
    eventName,
    eventId: textOf(body.event_id),
    role: 'copy',
    transport: 'gateway',
    url: textOf(context.location),
    fbp: textOf(body['fb.fbp']),
    fbc: textOf(body['fb.clickID']),
    userData: readCustomer(body),
    customData: readCustom(body),
    other: { ...readOther(body), ...cookieEvidence(fact) },
    damage,
  };
}

function readCustomer(body: JsonObject): Record<string, string[]> {
  const lists = customerObjects
    .flatMap((key) => entriesOf(body[key]))
    .map(([key, value]): [string, string[]] => [key, texts(value)]);
  return Object.fromEntries(lists.filter(([, list]) => list.length > 0));
}

function readCustom(body: JsonObject): JsonObject {
  const named = Object.entries(body).flatMap(([key, value]): [string, Json][] => {
    const name = customKeys.get(key);
    return name === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries([...customObjects.flatMap((key) => entriesOf(body[key])), ...named]);
}

function readOther(body: JsonObject): JsonObject {
  const isRead = (key: string) => ownField.has(key) || customKeys.has(key) || customObjects.includes(key);
  return Object.fromEntries(Object.entries(body).filter(([key]) => !isRead(key)));
}

function entriesOf(value: Json | undefined): [string, Json][] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) || null : null;
}

const plainField = /"([^"\\]+)"\s*:\s*(?:"([^"\\]*(?:\\[\s\S][^"\\]*)*)"|(-?\d+)(?=[,}\s]))/g;

/** The plain fields of a body that is no longer JSON, as far as they are whole. */
function salvage(fact: BrowserCallFact, text: string): DecodedBrowserEvent | null {
  const fields = Array.from(text.matchAll(plainField), ([, key = '', quoted, digits = '']): [string, string] => [
    key,
    quoted === undefined ? digits : unquote(quoted),
  ]);
  const known = fields.filter(([key]) => ownField.has(key) || customKeys.has(key));
  const damage = ['the body is cut or broken; only its plain fields could be read'];
  return toEvent(fact, Object.fromEntries(known), damage);
}

function unquote(escaped: string): string {
  const read = parseJson(`"${escaped}"`);
  return typeof read === 'string' ? read : escaped;
}
