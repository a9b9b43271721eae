/** Every shape that a server log comes in: which events are found, whose dataset, and when they were written. */
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readLog } from '../../../electron/core/intake/read-log.ts';
import { readServerRecord } from '../../../shared/meta/capi-payload.ts';
import { payload, purchase } from '../../support/capi.ts';
import { type LogSample, logSamples } from '../../support/log-samples.ts';
import { printR } from '../../support/print-r.ts';
import { recordingHandle } from '../../support/recording-handle.ts';
import { tried } from '../../support/tried.ts';

async function read(log: string) {
  const handle = recordingHandle();
  await readLog(Readable.from([Buffer.from(log)]), handle);
  return { handle, events: handle.records().flatMap((fact) => readServerRecord(fact).events) };
}

const iso = (at: number | null | undefined) => (at == null ? null : new Date(at).toISOString());

describe('events are found, with dataset and time, in', () => {
  test.each(logSamples.map((sample): [string, LogSample] => [sample.name, sample]))('%s', (what, sample) =>
    tried({ kind: 'log shape', what, version: '', way: 'server log' }, async () => {
      const { handle, events } = await read(sample.log);
      expect(events.map(({ eventId }) => eventId)).toEqual(sample.found ?? ['one']);
      expect(iso(events[0]?.seenAt)).toBe(sample.seenAt);
      expect(events[0]?.datasetId ?? null).toBe(sample.datasetId ?? null);
      expect(events[0]).toMatchObject({ eventName: 'Purchase', at: 1_765_875_600_000, damage: [] });
      expect(events[0]?.customData).toEqual({ value: 19.9, currency: 'EUR' });
      expect(handle.problems()).toEqual([]);
    }),
  );
});

test('lines of one service are no part of a payload of another', async () => {
  const { events, handle } = await read(
    [
      'web-1     | {',
      'worker-1  | {"level":30,"msg":"tick"}',
      `web-1     |   "data": [${JSON.stringify(purchase('a'))}],`,
      `worker-1  | ${payload(purchase('b'))}`,
      'web-1     |   "partner_agent": "shop"',
      'web-1     | }',
    ].join('\n'),
  );
  expect(events.map(({ eventId, source }) => `${eventId} ${source.at}`)).toEqual(['b line 4', 'a line 1']);
  expect(handle.records()[1]?.body).not.toContain('worker');
});

test('an application’s own dates and brackets are not taken for a wrapper', async () => {
  const lines = [
    `2025-12-16T09:00:00.123Z INFO sent ${payload(purchase('a'))}`,
    `[main] 2025-12-16 09:00:00 ${payload(purchase('b'))}`,
    `payments | refunds ${payload(purchase('c'))}`,
  ];
  const { handle } = await read(lines.join('\n'));
  expect(handle.records().map(({ body }) => body)).toEqual(lines);
});

test('answers behind a wrapper belong to their request', async () => {
  const prefix = 'web-1  | ';
  const { handle } = await read(
    `${prefix}400 POST https://graph.facebook.com/v25.0/1234567890/events\n${prefix}            ${payload(purchase('a'))}\n`,
  );
  expect(handle.answers()).toMatchObject([{ status: 400, place: 'line 2' }]);
});

test('a line that stays in parts to the end is read as far as it came', async () => {
  const { events } = await read(`2025-12-16T09:00:00.000000000Z stdout P ${payload(purchase('a'))}`);
  expect(events).toHaveLength(1);
});

test('of print_r ids, hashes and codes stay text', async () => {
  const event = purchase('0123', {
    user_data: { em: ['00af'], external_id: '42', zp: '01234', client_user_agent: 'Mozilla/5.0 (X11; Linux) (KHTML)' },
    custom_data: { value: '19.90', content_ids: ['7', '8'], contents: [{ id: '7', quantity: 2 }], order_id: '1001' },
    data_processing_options: [],
  });
  const { events } = await read(printR({ data: [event] }));
  expect(events[0]).toMatchObject({
    eventId: '0123',
    userAgent: 'Mozilla/5.0 (X11; Linux) (KHTML)',
    userData: { em: ['00af'], external_id: ['42'], zp: ['01234'] },
    customData: { value: 19.9, content_ids: ['7', '8'], contents: [{ id: '7', quantity: 2 }], order_id: '1001' },
  });
});

test('syslog’s date without a year is taken closest to the event, over the turn of the year too', async () => {
  const eventTime = Date.UTC(2025, 11, 31, 23, 59, 58) / 1000;
  const { events } = await read(
    `<13>Jan  1 00:00:02 web1 shop[8]: ${payload(purchase('a', { event_time: eventTime }))}`,
  );
  expect(iso(events[0]?.seenAt)).toBe('2026-01-01T00:00:02.000Z');
});

test('more processes than can be held apart lose nothing', async () => {
  const services = Array.from({ length: 200 }, (_, index) => `web-${index}`);
  const { events } = await read(services.map((name) => `${name}  | ${payload(purchase(name))}`).join('\n'));
  expect(events.map(({ eventId }) => eventId)).toEqual(services);
});
