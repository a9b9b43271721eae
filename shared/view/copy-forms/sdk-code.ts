/** One event as code of Meta's Business SDK for Node.js. */
import type { TrackedEvent } from '../../model/event.ts';
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import { serverPayload } from './server-payload.ts';

/** Keys of user_data and custom_data whose setters are not simply their names. */
const setters: Record<string, string> = {
  em: 'setEmails',
  ph: 'setPhones',
  fn: 'setFirstNames',
  ln: 'setLastNames',
  ge: 'setGenders',
  db: 'setDatesOfBirth',
  ct: 'setCities',
  st: 'setStates',
  zp: 'setZips',
  country: 'setCountries',
  external_id: 'setExternalIds',
  num_items: 'setNumItems',
};

/** Setters of the SDK's CustomData; what has none is a custom property. */
const customFields = new Set([
  'content_category',
  'content_ids',
  'content_name',
  'content_type',
  'contents',
  'currency',
  'delivery_category',
  'net_revenue',
  'num_items',
  'order_id',
  'predicted_ltv',
  'search_string',
  'status',
  'value',
]);

/** Hashes are passed on as they are: the SDK leaves alone what is hashed already. */
export function nodeSdkCode(event: TrackedEvent): string {
  const { user_data = {}, custom_data = {}, ...own } = serverPayload(event);
  return [
    "const { Content, CustomData, EventRequest, ServerEvent, UserData } = require('facebook-nodejs-business-sdk');",
    '',
    `const userData = new UserData()${chain(user_data)};`,
    `const customData = new CustomData()${customChain(custom_data)};`,
    `const event = new ServerEvent()${chain(own)}\n  .setUserData(userData)\n  .setCustomData(customData);`,
    '',
    `await new EventRequest(process.env.ACCESS_TOKEN, ${JSON.stringify(event.datasetId ?? 'DATASET_ID')})`,
    '  .setEvents([event])',
    '  .execute();',
  ].join('\n');
}

function chain(fields: Json): string {
  if (!isJsonObject(fields)) return '';
  return Object.entries(fields)
    .map(([name, value]) => `\n  .${setterOf(name)}(${JSON.stringify(value)})`)
    .join('');
}

function customChain(fields: Json): string {
  if (!isJsonObject(fields)) return '';
  const { contents, ...others } = fields;
  const known = Object.fromEntries(Object.entries(others).filter(([name]) => customFields.has(name)));
  const own = Object.fromEntries(Object.entries(others).filter(([name]) => !customFields.has(name)));
  const items = Array.isArray(contents) ? contents.filter(isJsonObject) : [];
  return [
    chain(known),
    items.length === 0 ? '' : `\n  .setContents([${items.map(contentCode).join(', ')}])`,
    Object.keys(own).length === 0 ? '' : `\n  .setCustomProperties(${JSON.stringify(own)})`,
  ].join('');
}

function contentCode(item: JsonObject): string {
  const setters = [
    ['setId', item.id],
    ['setQuantity', item.quantity],
    ['setItemPrice', item.item_price],
  ] as const;
  const calls = setters.flatMap(([setter, value]) =>
    value === undefined ? [] : `.${setter}(${JSON.stringify(value)})`,
  );
  return `new Content()${calls.join('')}`;
}

/** `content_ids` → `setContentIds`. */
function setterOf(name: string): string {
  const camel = name.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return setters[name] ?? `set${camel}`;
}
