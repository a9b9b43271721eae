/** Every scenario of Meta's own script, as recorded on the wire, is read as it was meant. */
import { describe, expect, test } from 'vitest';
import { isAutomaticEventId } from '../../shared/meta/automatic.ts';
import { type Param, writeForm } from '../../shared/meta/form.ts';
import { writeMultipart } from '../../shared/meta/multipart.ts';
import { type PixelReading, readBrowserCall } from '../../shared/meta/pixel-call.ts';
import type { DecodedBrowserEvent } from '../../shared/model/event.ts';
import type { Json } from '../../shared/model/json.ts';
import { browserCall } from '../support/browser-call.ts';
import { hasMaterial, materialRows } from '../support/material.ts';

type Fields = [string, string | null][];
type WireRequest = {
  method: string;
  url: string;
  body?: string;
  multipart_fields?: Fields;
  form_fields?: Fields;
};
type Expected = {
  channel: 'browser' | 'gateway' | 'other';
  event?: string;
  event_id?: string | null;
  pixel_id?: string;
  rqm?: string;
  time_ms?: number;
  custom_data?: Record<string, Json>;
  user_data?: Record<string, string>;
  fbp?: string;
  fbc?: string;
  event_id_auto?: true;
  event_id_malformed?: string[];
  copy_of_previous?: true;
  not_an_event?: true;
  dpo?: string;
  a?: string;
  tm?: string;
};
type Row = { id: string; requests: WireRequest[]; expect: { browser_events: number; requests: Expected[] } };

const rows = hasMaterial ? materialRows<Row>('facts/vectors/fbq_wire_vectors.jsonl') : [];

const transports: Record<string, string> = { GET: 'image', FGET: 'image', SB: 'beacon', formPOST: 'form' };

/** The rows keep lists and objects as the JSON text of the wire (tr_requests.jsonl keeps them decoded, as we do). */
function decoded(customData: Record<string, Json>): Record<string, Json> {
  const decode = (value: Json) => (typeof value === 'string' && /^[[{]/.test(value) ? JSON.parse(value) : value);
  return Object.fromEntries(Object.entries(customData).map(([key, value]) => [key, decode(value)]));
}

/** Where a row's `expect` is not what the reader should say: which key, what is right instead, and why. */
const corrections: Record<string, { expect: Partial<Expected>; why: string }> = {
  'eventid-empty--no-gateway': {
    expect: { event_id: null },
    why: 'an empty eid is no event_id: Meta treats it as none (the wire\'s "" stays in other.eid)',
  },
};
const blob = { custom_data: { blob: 'x'.repeat(2500) } };
for (const id of ['long-chrome', 'long-chrome-attribution']) {
  for (const variant of [id, `${id}--no-gateway`]) {
    corrections[variant] = { expect: blob, why: 'the row leaves the long value out of expect; the request holds it' };
  }
}

/** What each key of `expect` says about the event that was read. */
const checks: Record<string, (event: DecodedBrowserEvent, expected: Expected) => void> = {
  channel: (event, { channel }) => expect(event.transport === 'gateway').toBe(channel === 'gateway'),
  event: (event, { event: name }) => expect(event.eventName).toBe(name),
  event_id: (event, { event_id }) => expect(event.eventId).toBe(event_id),
  pixel_id: (event, { pixel_id }) => expect(event.datasetId).toBe(pixel_id),
  rqm: (event, { rqm }) => {
    expect(event.other.rqm).toBe(rqm);
    expect(event.transport).toBe(transports[rqm ?? '']);
  },
  time_ms: (event, { time_ms }) => expect([event.at, event.hasOwnTime]).toEqual([time_ms, true]),
  custom_data: (event, { custom_data }) => expect(event.customData).toEqual(decoded(custom_data ?? {})),
  user_data: (event, { user_data }) =>
    expect(event.userData).toEqual(
      Object.fromEntries(Object.entries(user_data ?? {}).map(([key, value]) => [key, [value]])),
    ),
  fbp: (event, { fbp }) => expect(event.fbp).toBe(fbp),
  fbc: (event, { fbc }) => expect(event.fbc).toBe(fbc),
  event_id_auto: (event) => expect(isAutomaticEventId(event.eventId ?? '')).toBe(true),
  event_id_malformed: (event, { event_id_malformed }) =>
    expect([event.other['eid[0]'], event.other['eid[1]']]).toEqual(event_id_malformed),
  copy_of_previous: (event) => expect(event.role).toBe('copy'),
  dpo: (event, { dpo }) => expect(event.other.dpo).toBe(dpo),
  a: (event, { a }) => expect(event.other.a).toBe(a),
  tm: (event, { tm }) => expect(event.other.tm).toBe(tm),
};

function bodyOf(request: WireRequest): { body: string | null; contentType: string | null } {
  const params = (fields: Fields): Param[] =>
    fields.flatMap(([key, value]) => (value === null ? [] : [{ key, value }]));
  if (request.multipart_fields) {
    return {
      body: writeMultipart(params(request.multipart_fields), '----geckoformboundary1'),
      contentType: 'multipart/form-data; boundary=----geckoformboundary1',
    };
  }
  if (request.form_fields) {
    return { body: writeForm(params(request.form_fields)), contentType: 'application/x-www-form-urlencoded' };
  }
  return { body: request.body ?? null, contentType: request.body ? 'text/plain;charset=UTF-8' : null };
}

function readRow(row: Row) {
  return row.requests.map(({ method, url, ...rest }) =>
    readBrowserCall(browserCall({ method, url, ...bodyOf({ method, url, ...rest }) })),
  );
}

function checkRequest(row: Row, given: Expected, reading: PixelReading | undefined): void {
  if (given.not_an_event) {
    expect(reading?.what).toBe('topics');
    return;
  }
  if (reading?.what !== 'events') throw new Error(`an event was expected, not ${reading?.what}`);
  const [event] = reading.events;
  if (!event || reading.events.length !== 1) throw new Error('one event was expected');
  expect(event.damage).toEqual([]);
  const correction = given.channel === 'browser' ? corrections[row.id]?.expect : {};
  const expected = { ...given, ...correction };
  for (const key of Object.keys(expected)) {
    const check = checks[key];
    if (!check) throw new Error(`nothing checks ${key}`);
    check(event, expected);
  }
}

describe.skipIf(!hasMaterial)('the real script on the wire', () => {
  test('all 84 scenarios are here', () => expect(rows).toHaveLength(84));

  test.each(rows.map((row) => [row.id, row] as const))('%s: every request is read as expected', (_id, row) => {
    const readings = readRow(row);
    expect(readings).toHaveLength(row.expect.requests.length);
    row.expect.requests.forEach((expected, index) => {
      checkRequest(row, expected, readings[index]);
    });
  });

  test.each(rows.map((row) => [row.id, row] as const))(
    '%s: copies apart, as many events as the site fired',
    (_id, row) => {
      const events = readRow(row).flatMap((reading) => (reading.what === 'events' ? reading.events : []));
      expect(events.filter(({ role }) => role !== 'copy')).toHaveLength(row.expect.browser_events);
    },
  );
});
