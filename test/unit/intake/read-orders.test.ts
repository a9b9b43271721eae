/** What shops export becomes orders: every known export, form, encoding and delimiter. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
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
import { read, shortly, ten } from '../../support/read-orders.ts';

describe('known exports', () => {
  it.each([
    [
      "Shopify's orders export",
      shopifyCsv,
      [
        `#1001 ${ten} 49.9 EUR placed`,
        '#1002 2026-11-24T10:05 29.9 EUR refunded',
        '#1003 2026-11-24T10:06 19.5 EUR cancelled',
      ],
    ],
    ["Shopify's Admin API", shopifyApi, [`#1001 ${ten} 49.9 EUR placed`, '#1002 2026-11-24T10:05 29.9 EUR test']],
    ["Shopify's GraphQL API", shopifyGraph, [`#1001 ${ten} 49.9 EUR placed`]],
    ["WooCommerce's order export", wooCsv, [`1001 ${ten} 49.9 EUR placed`, '1002 2026-11-24T10:05 29.9 EUR unpaid']],
    ["WooCommerce's analytics", wooAnalytics, [`1001 ${ten} 41.93  placed`, '1002 2026-11-24T10:05 25.13  cancelled']],
    ["WooCommerce's REST API", wooApi, [`1001 ${ten} 49.9 EUR placed`, '1002 2026-11-24T10:05 29.9 EUR placed']],
    [
      "Stripe's payments export",
      stripeCsv,
      [`1001 ${ten} 49.9 EUR placed`, '1002 2026-11-24T10:05 1290 JPY cancelled'],
    ],
    ["Stripe's API", stripeApi, [`1001 ${ten} 49.9 EUR placed`, '1002 2026-11-24T10:05 1290 JPY test']],
  ])('%s is known, and gives number, time, value, currency and state', async (name, content, expected) => {
    const { orders, readings, problems } = await read(content);
    expect(orders.map(shortly)).toEqual(expected);
    expect(readings[0]).toContain(name);
    expect(problems).toEqual([]);
  });

  it('several rows of one order are one order, with the amount of the first', async () => {
    const { orders, input } = await read(shopifyCsv);
    expect(orders.map(({ number, place }) => [number, place])).toEqual([
      ['#1001', 'line 2'],
      ['#1002', 'line 5'],
      ['#1003', 'line 6'],
    ]);
    expect(input).toMatchObject({ kind: 'orders', records: 4, skipped: 0 });
  });

  it('an order is known by the database key of the shop as well', async () => {
    expect((await read(shopifyCsv)).orders[0]?.aliases).toEqual(['5123456789012']);
    expect((await read(shopifyGraph)).orders[0]?.aliases).toEqual(['5123456789012']);
  });

  it('tax and shipping are kept, to explain a difference by', async () => {
    expect((await read(shopifyCsv)).orders[0]).toMatchObject({ tax: 7.98, shipping: 4.9 });
  });

  it('a renewal and an order from a till are told from those of visitors', async () => {
    expect((await read(wooApi)).orders.map(({ origin }) => origin)).toEqual(['shop', 'renewal']);
    expect((await read(shopifyCsv)).orders.map(({ origin }) => origin)).toEqual(['shop', 'shop', 'elsewhere']);
  });
});

describe('nothing of the person who bought is kept', () => {
  it.each([shopifyCsv, shopifyApi, wooCsv, wooApi, stripeCsv, stripeApi])('export %#', async (content) => {
    const kept = JSON.stringify(await read(content));
    for (const secret of ['anna@example.com', 'Anna', 'Berg', 'Hauptstr', '4242', '+49170'])
      expect(kept).not.toContain(secret);
  });

  it('a cell that is in the wrong column is not quoted', async () => {
    const { problems } = await read(
      'Order number;Total;Order date\n1;2,50;2026-11-24\n2;anna@example.com;2026-11-24\n3;1,00;Anna Berg\n'.replace(
        /\n1;/,
        '\n1;',
      ),
      {
        columns: { number: 'Order number', value: 'Total', at: 'Order date' },
      },
    );
    expect(problems).toEqual(['line 3: Its value is no amount.', 'line 4: Its time cannot be read.']);
  });
});

const plain =
  'Order number,Order date,Total,Currency\n1001,2026-11-24 10:00:00 +0000,49.90,EUR\n1002,2026-11-24 11:00:00 +0000,"1,299.00",EUR\n';
const rows = [`1001 ${ten} 49.9 EUR placed`, '1002 2026-11-24T11:00 1299 EUR placed'];
const german =
  'Bestellnummer;Bestelldatum;Gesamtbetrag;Währung\n1001;24.11.2026 10:00;49,90;EUR\n1002;24.11.2026 11:00;1.299,00;EUR\n';
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

describe('forms of CSV', () => {
  it.each([
    ['commas and quotes', plain],
    ['a byte order mark', `\ufeff${plain}`],
    ['CRLF', plain.replaceAll('\n', '\r\n')],
    ['tabs', plain.replaceAll(/,(?=[^0]|0[^0])/g, '\t').replace('"1\t299.00"', '1,299.00')],
    ['bars', plain.replace('"1,299.00"', '1299.00').replaceAll(',', '|')],
    ['semicolons and decimal commas', german],
    ['a first line that names the delimiter', `sep=;\r\n${german}`],
    ['Windows-1252', Buffer.from(german, 'latin1')],
    ['UTF-16', utf16(german)],
    ['gzip', gzipSync(plain)],
    ['gzip of UTF-16', gzipSync(utf16(german))],
    ['empty lines at the end', `${plain}\n,,,\n\n`],
  ])('%s', async (_name, content) => {
    const zone = { name: 'UTC', offset: () => 0 };
    expect((await read(content, { zone })).orders.map(shortly)).toEqual(rows);
  });

  it('a note of several lines does not move the line numbers', async () => {
    const text =
      'Order number,Order date,Total,Note\n1001,2026-11-24,10.00,"two\nlines"\n1002,2026-11-24,x,\n1003,2026-11-25,11.00,\n';
    const { orders, problems } = await read(text, { columns: { value: 'Total' } });
    expect(orders.map(({ number, place }) => [number, place])).toEqual([
      ['1001', 'line 2'],
      ['1003', 'line 5'],
    ]);
    expect(problems).toEqual(['line 4: Its value is no amount.']);
  });

  it('rows that cannot be used are listed with their line, and the others are read', async () => {
    const text = `${plain},2026-11-24 10:00:00 +0000,5.00,EUR\n1004,yesterday,5.00,EUR\n1005,2026-11-24 12:00:00 +0000,5.00,EUR\n`;
    const { orders, problems, input } = await read(text, { columns: { at: 'Order date' } });
    expect(orders.map(({ number }) => number)).toEqual(['1001', '1002', '1005']);
    expect(problems).toEqual(['line 4: It has no order number.', 'line 5: Its time cannot be read.']);
    expect(input).toMatchObject({ records: 5, skipped: 2 });
  });
});

describe('columns', () => {
  it('say in the account what was taken from where', async () => {
    const { readings } = await read(german);
    expect(readings[0]).toContain(
      '2 orders in CSV with semicolons: order number from “Bestellnummer”, value from “Gesamtbetrag”, currency from “Währung”, time from “Bestelldatum”',
    );
  });

  it('of other names are found by what stands in them', async () => {
    const { orders } = await read('ref;wann;betrag\nA-1001;2026-11-24 10:00;5,00\nA-1002;2026-11-24 11:00;6,00\n');
    expect(orders.map(({ number, value }) => [number, value])).toEqual([
      ['A-1001', 5],
      ['A-1002', 6],
    ]);
  });

  it('a person’s name is no order number', async () => {
    await expect(read('name,total,date\nAnna Berg,5.00,2026-11-24\nBo Lund,6.00,2026-11-24\n')).rejects.toThrow(
      'no column looks like an order number. Name it with --orders-columns number=COLUMN. Its columns are name, total, date.',
    );
  });

  it('are taken as the user says', async () => {
    const text =
      'Order number,Invoice,Net,Gross,Order date\n1,R-1001,42.02,50.00,2026-11-24\n2,R-1002,5.00,5.95,2026-11-24\n';
    const { orders } = await read(text, { columns: { number: 'Invoice', value: 'Net' } });
    expect(orders.map(({ number, value }) => [number, value])).toEqual([
      ['R-1001', 42.02],
      ['R-1002', 5],
    ]);
  });

  it('that are not there are refused, with those that are', async () => {
    await expect(read(plain, { columns: { value: 'Sum' } })).rejects.toThrow(
      'orders.csv holds no orders that can be read: there is no column “Sum”. Its columns are Order number, Order date, Total, Currency.',
    );
  });
});

describe('JSON and NDJSON', () => {
  it('a list, an object with a list, and a line each give the same', async () => {
    const list = [
      { order_id: 1001, created_at: '2026-11-24T10:00:00Z', total: 49.9, currency: 'EUR' },
      { order_id: 1002, created_at: '2026-11-24T11:00:00Z', total: 1299, currency: 'EUR' },
    ];
    const lines = list.map((each) => JSON.stringify(each)).join('\n');
    for (const text of [JSON.stringify(list), JSON.stringify({ page: 1, orders: list }), lines]) {
      expect((await read(text)).orders.map(shortly)).toEqual(rows);
    }
  });

  it('a broken line is a problem, the others are read', async () => {
    const line = (n: number) => JSON.stringify({ order_id: n, created_at: '2026-11-24T10:00:00Z', total: 5 });
    const { orders, problems } = await read(`${line(1001)}\n{"order_id":\n${line(1002)}\n`);
    expect(orders.map(({ number }) => number)).toEqual(['1001', '1002']);
    expect(problems).toEqual(['line 2: It is not JSON.']);
  });
});

it.each([
  ['a HAR', '{"log":{"version":"1.2","entries":[]}}'],
  ['a log', '[2026-11-24 10:00:00] production.INFO: sent\n'],
  ['nothing but a header', 'Order number,Total\n'],
])('%s is refused as orders', async (_name, text) => {
  await expect(read(text)).rejects.toThrow('holds no orders that can be read');
});
