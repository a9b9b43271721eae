/** Makes a log record out of a row: as it is where a column holds the payload, else an event out of flat columns. */
import { isJsonObject, type Json, type JsonObject, parseJson } from '../../../../shared/model/json.ts';

const eventFields = [
  'event_name',
  'event_time',
  'event_id',
  'event_source_url',
  'action_source',
  'referrer_url',
  'opt_out',
];
/** META_FACTS 3.3. */
const userFields = [
  ...['em', 'ph', 'fn', 'ln', 'ge', 'db', 'ct', 'st', 'zp', 'country', 'external_id', 'client_ip_address'],
  ...['client_user_agent', 'fbc', 'fbp', 'subscription_id', 'fb_login_id', 'lead_id', 'anon_id', 'madid'],
];
/** META_FACTS 3.4. */
const customTexts = [
  'currency',
  'content_type',
  'content_name',
  'content_category',
  'order_id',
  'search_string',
  'status',
];
const customNumbers = ['value', 'num_items', 'predicted_ltv', 'net_revenue'];
const customLists = ['content_ids', 'contents'];
const dataset = ['dataset_id', 'pixel_id'];
const sentAt = ['sent_at', 'logged_at', 'created_at', 'timestamp', 'time', 'ts'];

/** One line of JSON that intake understands. Columns without a meaning stay beside the event. */
export function rowRecord(row: Record<string, Json>): string {
  if (typeof row.event_name !== 'string') return JSON.stringify(row);
  const rest = { ...row };
  const take = (names: readonly string[], read: (value: Json) => Json = (value) => value): JsonObject => {
    const taken: JsonObject = {};
    for (const name of names) {
      const value = rest[name];
      delete rest[name];
      if (value !== null && value !== undefined) taken[name] = read(value);
    }
    return taken;
  };
  const user = { ...take(userFields), ...asObject(take(['user_data']).user_data) };
  const custom = {
    ...take(customTexts),
    ...take(customNumbers, asNumber),
    ...take(customLists, asJson),
    ...asObject(take(['custom_data']).custom_data),
  };
  const event = {
    ...take(eventFields),
    ...(Object.keys(user).length > 0 && { user_data: user }),
    ...(Object.keys(custom).length > 0 && { custom_data: custom }),
  };
  const [at] = Object.values(take(sentAt));
  return JSON.stringify({ ...(at !== undefined && { time: at }), ...take(dataset), event, columns: rest });
}

function asObject(value: Json | undefined): JsonObject {
  const read = typeof value === 'string' ? parseJson(value) : value;
  return read !== undefined && isJsonObject(read) ? read : {};
}

/** DuckDB gives decimals and large integers as text, so that none is rounded. */
function asNumber(value: Json): Json {
  return typeof value === 'string' && /^-?\d{1,15}(?:\.\d{1,6})?$/.test(value) ? Number(value) : value;
}

function asJson(value: Json): Json {
  return typeof value === 'string' && /^\s*\[/.test(value) ? (parseJson(value) ?? value) : value;
}
