/** A file of orders that is opened or dropped is known by its content, and only then. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recognizeBytes } from '../../../electron/core/capture/recognize-file.ts';
import type { Core } from '../../../electron/core/core.ts';
import { readLogFile } from '../../../electron/core/intake/read-log.ts';
import { readOrdersFile } from '../../../electron/core/intake/read-orders.ts';
import { createCore } from '../../../electron/core/session.ts';
import { createBook } from '../../../electron/core/session-book.ts';
import { openSessionFile } from '../../../electron/core/store/session-file.ts';
import {
  shopifyApi,
  shopifyCsv,
  shopifyGraph,
  stripeApi,
  stripeCsv,
  wooAnalytics,
  wooApi,
  wooCsv,
} from '../../support/order-exports.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const golden = (file: string) => resolve(import.meta.dirname, '../../golden/cases/orders-of-the-shop', file);
const kindOf = (content: string | Buffer) => recognizeBytes(Buffer.from(content as string), 'any');
const lines = (json: string) => (JSON.parse(json) as object[]).map((each) => JSON.stringify(each)).join('\n');

describe('orders', () => {
  it.each([
    ["Shopify's export", shopifyCsv],
    ["Shopify's Admin API", shopifyApi],
    ["Shopify's GraphQL API", shopifyGraph],
    ["WooCommerce's export", wooCsv],
    ["WooCommerce's analytics", wooAnalytics],
    ["WooCommerce's REST API", wooApi],
    ['the same, one a line', lines(wooApi)],
    ["Stripe's export", stripeCsv],
    ["Stripe's API", stripeApi],
    ['a table of their own', 'Bestellnummer;Datum;Summe\n1001;24.11.2026;5,00\n'],
    ['a packed file', gzipSync(shopifyCsv)],
    ['a long file', shopifyCsv + shopifyCsv.split('\n').slice(1).join('\n').repeat(900)],
    ['a long list', `[${`${wooApi.slice(1, -1)},`.repeat(700).slice(0, -1)}]`],
  ])('%s: is known', (_name, content) => {
    expect(kindOf(content)).toBe('orders');
  });

  it.each([
    [
      'a log that tells of orders',
      '{"time":1,"order_id":1001,"total":5,"created_at":"2026-11-24T10:00:00Z","msg":"order placed"}\n'.repeat(3),
    ],
    ['a log that shows an order of the API and what was sent of it', `${lines(wooApi)}\n{"event_name":"Purchase"}`],
    ['a log as CSV', '@timestamp,@message\n2026-11-24 10:00:00,"POST /v24.0/1/events {}"\n'],
    ['a list of customers', 'name,email,created_at,total\nAnna Berg,anna@example.com,2026-11-24,5.00\n'],
    ['a list of payments without order numbers', 'id,date,amount\n1,2026-11-24,5.00\n2,2026-11-25,6.00\n'],
    [
      'plain lines with commas',
      '2026-11-24 10:00:00,123 INFO order number 1001, total 5.00\n2026-11-24 10:00:01,456 INFO done, ok\n',
    ],
    ['JSON of something else', '{"items":[{"id":1,"name":"A","price":5}]}'],
  ])('%s is none', (_name, content) => {
    expect(kindOf(content)).not.toBe('orders');
  });
});

describe('a table whose columns were named', () => {
  const named = { areOrdersNamed: true };
  const kindOfTold = (content: string) => recognizeBytes(Buffer.from(content), 'any', named);

  it('holds orders, whatever they are called', () => {
    expect(kindOfTold('Nummer;Summe\nA1;12,50\nA2;3,00\n')).toBe('orders');
    expect(kindOf('Nummer;Summe\nA1;12,50\nA2;3,00\n')).toBe('log');
  });

  it('stays a log where it tells of events', () => {
    expect(kindOfTold('time,message\n1,"{""event_name"":""Purchase""}"\n')).toBe('log');
  });
});

describe('the core', () => {
  let core: Core;
  beforeEach(async () => {
    core = await createCore({ homeFolder: temporaryFolder() });
  });
  afterEach(() => core.close());

  it('opens a log and then orders by their paths, and judges them together', async () => {
    await core.handlers['session.open']({ path: golden('server.ndjson') });
    await core.handlers['session.open']({ path: golden('orders.csv') });
    const { status, findings, summary } = await core.handlers['session.snapshot']({});
    expect(status.inputs.map(({ kind, name }) => [kind, name])).toEqual([
      ['log', 'server.ndjson'],
      ['orders', 'orders.csv'],
    ]);
    expect(status.inputs[1]?.readings?.[0]).toContain('9 orders in CSV with commas');
    expect(summary.orders).toBe(9);
    expect(findings.map(({ code }) => code)).toContain('coverage.order-missing');
  });

  it('takes orders that are dropped into the window before anything else', async () => {
    const base64 = Buffer.from(shopifyCsv).toString('base64');
    await core.handlers['session.import']({ upload: 'u1', name: 'orders.csv', base64, isLast: true });
    await core.handlers['session.open']({ path: golden('server.ndjson') });
    const { summary } = await core.handlers['session.snapshot']({});
    expect(summary.orders).toBe(3);
  });

  it('refuses a table whose rows are no orders, and keeps what was open', async () => {
    await core.handlers['session.open']({ path: golden('server.ndjson') });
    const path = join(temporaryFolder(), 'broken.csv');
    writeFileSync(path, 'Order number,Order date,Total\n,2026-11-24,5.00\n');
    const opened = Promise.resolve(core.handlers['session.open']({ path }));
    await expect(opened).resolves.toEqual({});
    const { status } = await core.handlers['session.snapshot']({});
    expect(status.inputs.map(({ kind }) => kind)).toEqual(['log', 'log']);
  });
});

it('a stored session gives the same report of its orders when it is opened again', async () => {
  const path = join(temporaryFolder(), 'shop.twinlane');
  const madeBy = { app: '0', engine: '0' };
  const quiet = { keepFacts: true, onChanges: () => undefined, onNotice: () => undefined };
  const book = createBook({ file: openSessionFile(path, { mode: 'create', madeBy }), ...quiet });
  await readOrdersFile(golden('orders.csv'), book.openInput);
  await readLogFile(golden('server.ndjson'), book.openInput('log', 'server.ndjson'));
  const before = book.reportSource();
  book.close();
  const again = createBook({ file: openSessionFile(path, { mode: 'open' }), ...quiet });
  const after = again.reportSource();
  again.close();
  expect(after.orders).toEqual(before.orders);
  expect(after.orders?.length).toBe(9);
  expect(after.inputs).toEqual(before.inputs);
  const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
  expect([...after.findings].sort(byKey)).toEqual([...before.findings].sort(byKey));
});
