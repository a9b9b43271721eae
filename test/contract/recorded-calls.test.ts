/** Every recorded `/tr` request and gateway body is read as its row says. */
import { describe, expect, test } from 'vitest';
import { isAutomaticEventId } from '../../shared/meta/automatic.ts';
import { classifyUrl, isMetaHost } from '../../shared/meta/meta-hosts.ts';
import { type PixelReading, readBrowserCall } from '../../shared/meta/pixel-call.ts';
import { splitUrl } from '../../shared/meta/url.ts';
import type { DecodedBrowserEvent } from '../../shared/model/event.ts';
import type { BrowserCallFact } from '../../shared/model/fact.ts';
import { browserCall } from '../support/browser-call.ts';
import { hasMaterial, materialRows } from '../support/material.ts';

type Row = {
  id: string;
  method: string;
  url: string;
  content_type?: string;
  body?: string;
  // biome-ignore lint/suspicious/noExplicitAny: each key of a row has its own shape, which its check knows
  expect: Record<string, any>;
};

const rows = hasMaterial ? materialRows<Row>('facts/vectors/tr_requests.jsonl') : [];
const gatewayRows = hasMaterial ? materialRows<Row>('facts/vectors/gateway_requests.jsonl') : [];

type Read = { reading: PixelReading; fact: BrowserCallFact; event: DecodedBrowserEvent };
// biome-ignore lint/suspicious/noExplicitAny: as above
type Check = (read: Read, expected: any) => void;

const isEventOrProbe = ({ what }: PixelReading) => what === 'events' || what === 'probe';
const lists = (userData: Record<string, string>) =>
  Object.fromEntries(Object.entries(userData).map(([key, value]) => [key, [value]]));

const checks: Record<string, Check> = {
  is_pixel_call: ({ reading }, expected) => expect(isEventOrProbe(reading)).toBe(expected),
  is_loader: ({ reading }) => expect(reading.what).toBe('loader'),
  event: ({ reading, event }, expected) =>
    expected === null ? expect(reading.what).toBe('probe') : expect(event.eventName).toBe(expected),
  pixel_id: ({ reading, event }, expected) =>
    expect(reading.what === 'events' ? event.datasetId : reading.datasetId).toBe(expected),
  event_id: ({ event }, expected) => expect(event.eventId).toBe(expected),
  event_id_auto: ({ event }) => expect(isAutomaticEventId(event.eventId ?? '')).toBe(true),
  time_ms: ({ event }, expected) => expect([event.at, event.hasOwnTime]).toEqual([expected, true]),
  custom_data: ({ event }, expected) => expect(event.customData).toEqual(expected),
  user_data: ({ event }, expected) => expect(event.userData).toEqual(lists(expected)),
  automatic: ({ event }) => expect(event.role).toBe('automatic'),
  rqm: ({ event }, expected) => expect(event.other.rqm).toBe(expected),
  count_as_new_event: ({ event }) => expect(event.role).toBe('copy'),
  // Which call it is the copy of is the pairing's business; here it must be known as one.
  duplicate_of: ({ event }) => expect(event.role).toBe('copy'),
  pair_with: ({ event }) => expect(event.role).toBe('event'),
  trap: ({ event }) => expect([event.eventId, event.customData.event_id]).toEqual([null, '129']),
  repeated_keys: ({ event }, expected) => expect(event.other).toMatchObject(expected),
  page_title: ({ event }, expected) => expect(event.other['pmd[title]']).toBe(expected),
  openbridge_copy_expected: ({ event }) => {
    // `cf=1` says so where the row has it; the `ob3` row is told by its id alone.
    expect(event.other.cf === '1' || isAutomaticEventId(event.eventId ?? '')).toBe(true);
  },
  not_hashes: ({ event }) => {
    expect(event.other['cud[external_id]']).toMatch(/^\*{4}_#/);
    expect(Object.keys(event.userData)).toEqual(['external_id']);
  },
  // The row that it names is not among the rows; that it reads as an event of its own is all there is to check.
  same_event_as: ({ event }) => expect([event.role, event.transport]).toEqual(['event', 'form']),
  tolerant_parse: ({ event }) => expect(event.damage).toEqual([]),
  note: ({ event }) =>
    expect([event.url, event.other.merchantId, event.customData.brand, event.other['Co / X']]).toEqual([
      'https://www.shop.example/p-220686963?boutiqueId=61',
      '347',
      'AC',
      '',
    ]),
  track_mode: ({ event }) => expect(event.other.tm).toBe('3'),
  unknown_params: ({ event }, expected: string[]) =>
    expect(Object.keys(event.other)).toEqual(expect.arrayContaining(expected)),
  truncated: ({ event }) => expect(event.damage.join()).toMatch(/cut/),
  first_party: ({ fact }) => {
    expect(classifyUrl(fact.url)).toBe('pixel-shape');
    expect(isMetaHost(splitUrl(fact.url).host)).toBe(false);
  },
  // Whether a name is one of Meta's standard events is told where it is shown; the reader must not care.
  standard: ({ event }) => expect(event.role).toBe('event'),
  ldu: ({ event }, expected) =>
    expect([event.other.dpo, event.other.dpoco, event.other.dpost]).toEqual(
      expected === null ? [undefined, '0', '0'] : [expected.options.join(), `${expected.country}`, `${expected.state}`],
    ),
};

const gatewayChecks: Record<string, Check> = {
  event: ({ reading, event }, expected) =>
    // The server's ingress is decoded by the reader of server records; here it must be told apart.
    reading.what === 'events' ? expect(event.eventName).toBe(expected) : expect(reading.what).toBe('gateway-ingress'),
  channel: ({ reading, event }, expected) =>
    expected === 'gateway-server'
      ? expect(reading).toEqual({ what: 'gateway-ingress', datasetId: '1393792405627460' })
      : expect([event.transport, event.role]).toEqual(['gateway', 'copy']),
  same_event_as: ({ event }) => {
    const ob3 = rows.find(({ id }) => id === 'ob3');
    const twin = readBrowserCall(browserCall({ url: ob3?.url ?? '' }));
    if (twin.what !== 'events') throw new Error('the ob3 row is not an event');
    const [first] = twin.events;
    expect([event.eventId, event.datasetId, event.eventName]).toEqual([
      first?.eventId,
      first?.datasetId,
      first?.eventName,
    ]);
  },
  event_id: ({ event }, expected) => expect(event.eventId).toBe(expected),
  value: ({ event }, expected) => expect(event.customData.value).toBe(expected),
  currency: ({ event }, expected) => expect(event.customData.currency).toBe(expected),
};

function checkRow(row: Row, all: Record<string, Check>): void {
  const fact = browserCall({
    method: row.method,
    url: row.url,
    contentType: row.content_type ?? null,
    body: row.body ?? null,
  });
  const reading = readBrowserCall(fact);
  const event = reading.what === 'events' ? reading.events[0] : undefined;
  for (const [key, expected] of Object.entries(row.expect)) {
    const check = all[key];
    if (!check) throw new Error(`nothing checks ${key}`);
    check({ reading, fact, event: event as DecodedBrowserEvent }, expected);
  }
}

describe.skipIf(!hasMaterial)('recorded calls', () => {
  test('all rows are here', () => expect([rows.length, gatewayRows.length]).toEqual([27, 3]));

  test.each(rows.map((row) => [row.id, row] as const))('%s is read as its row expects', (_id, row) => {
    checkRow(row, checks);
  });

  test.each(gatewayRows.map((row) => [row.id, row] as const))('%s is read as its row expects', (_id, row) => {
    checkRow(row, gatewayChecks);
  });
});
