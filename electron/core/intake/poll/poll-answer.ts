/** Reads what a polled endpoint answered: its items, and where the next ones are. */
import { contextWithin, noContext } from '../../../../shared/meta/record-context.ts';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../../../../shared/model/json.ts';

export type PollItem = {
  /** The item as it was answered: by it a repeated one is known. */
  own: string;
  /** One line of JSON: the item with what the answer tells about all of them, such as the dataset. */
  line: string;
};

export type PollAnswer = {
  items: PollItem[];
  cursor: string | null;
  /** An address of the next page, as it stands in the body; null where there is none. */
  next: string | null;
};

const listKeys = ['data', 'items', 'results', 'events', 'entries', 'records', 'logs', 'rows', 'messages', 'value'];
const cursorKeys = [
  'next_cursor',
  'nextCursor',
  'next_page_token',
  'nextPageToken',
  'next_token',
  'nextToken',
  'continuation_token',
  'continuationToken',
  'end_cursor',
  'endCursor',
  'cursor',
  'after',
];
const aroundCursor = ['meta', 'paging', 'pagination', 'page_info', 'pageInfo', 'response_metadata', 'cursors'];
const nextKeys = ['next', '@odata.nextLink', 'next_url', 'nextUrl'];

/** JSON or NDJSON; null where the body is neither. */
export function readPollAnswer(body: string): PollAnswer | null {
  const whole = parseJson(body);
  if (whole !== undefined) return readWhole(whole);
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return { items: [], cursor: null, next: null };
  const isNdjson = lines.slice(0, 20).some((line) => typeof parseJson(line) === 'object');
  return isNdjson ? { items: lines.map((line) => ({ own: line, line })), cursor: null, next: null } : null;
}

function readWhole(whole: Json): PollAnswer {
  const list = listIn(whole);
  const common = isJsonObject(whole) ? commonFields(whole) : null;
  return {
    items: list.map((item) => {
      const own = JSON.stringify(item);
      return { own, line: common === null ? own : JSON.stringify({ ...common, item }) };
    }),
    cursor: isJsonObject(whole) ? cursorIn(whole) : null,
    next: isJsonObject(whole) ? nextIn(whole) : null,
  };
}

/** Where an object holds no list it is the only item itself. */
function listIn(whole: Json): Json[] {
  if (Array.isArray(whole)) return whole;
  if (!isJsonObject(whole)) return [];
  for (const key of listKeys) {
    const list = whole[key];
    if (Array.isArray(list)) return list;
  }
  return 'event_name' in whole ? [whole] : [];
}

/** Dataset and request fields beside the list hold for each of its items. */
function commonFields(whole: JsonObject): JsonObject | null {
  const { datasetId, request } = contextWithin(whole, noContext);
  const fields = { ...request, ...(datasetId !== null && { dataset_id: datasetId }) };
  return Object.keys(fields).length === 0 ? null : fields;
}

function cursorIn(whole: JsonObject, depth = 0): string | null {
  for (const key of cursorKeys) {
    const value = whole[key];
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') return String(value);
  }
  for (const key of depth < 2 ? aroundCursor : []) {
    const inner = whole[key];
    const found = inner !== undefined && isJsonObject(inner) ? cursorIn(inner, depth + 1) : null;
    if (found !== null) return found;
  }
  return null;
}

function nextIn(whole: JsonObject): string | null {
  for (const holder of [whole, whole.links, whole.paging, whole.pagination, whole.meta]) {
    if (holder === undefined || !isJsonObject(holder)) continue;
    for (const key of nextKeys) {
      const value = holder[key];
      if (typeof value === 'string' && /^(?:https?:\/\/|\/|\?)/.test(value)) return value;
    }
  }
  return null;
}
