/** Amounts and times of orders, in every way in which shops write them. */
import { describe, expect, it } from 'vitest';
import { readZone } from '../../../shared/orders/order-time.ts';
import type { OrderSettings } from '../../../shared/orders/read-order-table.ts';
import { read } from '../../support/read-orders.ts';

describe('amounts', () => {
  const valuesOf = async (cells: string[], header = 'Total', settings: OrderSettings = {}) => {
    const lines = cells.map((cell, at) => `${1001 + at};2026-11-24;${cell};EUR`);
    const { orders } = await read(`Order number;Order date;${header};Currency\n${lines.join('\n')}\n`, settings);
    return orders.map(({ value }) => value);
  };
  it.each([
    ['a dot', ['49.90', '5.00'], [49.9, 5]],
    ['a comma', ['49,90', '5,00'], [49.9, 5]],
    ['commas between thousands', ['1,299.00', '12,345,678.90'], [1299, 12_345_678.9]],
    ['dots between thousands', ['1.299,00', '5'], [1299, 5]],
    ['a dot between thousands where the other cells have decimal commas', ['1.299', '5,50'], [1299, 5.5]],
    ['apostrophes between thousands', ["1'299.00", '5.50'], [1299, 5.5]],
    ['spaces between thousands', ['1 299,00', '5,50'], [1299, 5.5]],
    ['whole units', ['49', '1299'], [49, 1299]],
    ['signs and codes', ['€ 49,90', '5,00 EUR'], [49.9, 5]],
  ])('%s', async (_name, cells, expected) => {
    expect(await valuesOf(cells)).toEqual(expected);
  });

  it('a column of cents is read as such', async () => {
    expect(await valuesOf(['4990', '500'], 'Total (cents)')).toEqual([49.9, 5]);
    expect(await valuesOf(['4990', '500'], 'amount_in_cents', { columns: { value: 'amount_in_cents' } })).toEqual([
      49.9, 5,
    ]);
  });

  it('a currency beside the amount stands in where no column has it', async () => {
    const { orders } = await read(
      'Order number,Order date,Total\n1001,2026-11-24,49.90 CHF\n1002,2026-11-24,£5.00\n1003,2026-11-24,$5.00\n',
    );
    expect(orders.map(({ currency }) => currency)).toEqual(['CHF', 'GBP', null]);
  });

  it('money that went back is no sale', async () => {
    const { orders } = await read(
      'Order number,Order date,Total\n1001,2026-11-24,49.90\n1001,2026-11-25,-49.90\n1002,2026-11-25,(5.00)\n',
    );
    expect(orders.map(({ number, value, state }) => [number, value, state])).toEqual([
      ['1001', 49.9, 'refunded'],
      ['1002', null, 'refunded'],
    ]);
  });
});

describe('times', () => {
  const timeOf = async (cell: string, settings: OrderSettings = {}) => {
    const { orders } = await read(`Order number;Order date;Total\n1001;${cell};5.00\n1002;${cell};6.00\n`, settings);
    const [first] = orders;
    return [first?.at == null ? null : new Date(first.at).toISOString().slice(0, 19), first?.timing];
  };
  it.each([
    ['2026-11-24T10:00:00Z', '2026-11-24T10:00:00', 'exact'],
    ['2026-11-24T12:00:00+02:00', '2026-11-24T10:00:00', 'exact'],
    ['2026-11-24 05:00:00 -0500', '2026-11-24T10:00:00', 'exact'],
    ['2026-11-24 10:00:00 UTC', '2026-11-24T10:00:00', 'exact'],
    ['2026-11-24T10:00:00.123456Z', '2026-11-24T10:00:00', 'exact'],
    ['1795514400', '2026-11-24T10:00:00', 'exact'],
    ['1795514400000', '2026-11-24T10:00:00', 'exact'],
    ['2026-11-24 10:00:00', '2026-11-24T10:00:00', 'zone-assumed'],
    ['24.11.2026 10:00', '2026-11-24T10:00:00', 'zone-assumed'],
    ['24/11/2026 10:00', '2026-11-24T10:00:00', 'zone-assumed'],
    ['11/24/2026 10:00 AM', '2026-11-24T10:00:00', 'zone-assumed'],
    ['11/24/2026 12:30 AM', '2026-11-24T00:30:00', 'zone-assumed'],
    ['11/24/26 3:00:05 PM', '2026-11-24T15:00:05', 'zone-assumed'],
    ['Nov 24, 2026 10:00 AM', '2026-11-24T10:00:00', 'zone-assumed'],
    ['24 Nov 2026, 10:00', '2026-11-24T10:00:00', 'zone-assumed'],
    ['2026-11-24', '2026-11-24T00:00:00', 'day'],
    ['24.11.2026', '2026-11-24T00:00:00', 'day'],
  ])('%s', async (cell, at, timing) => {
    expect(await timeOf(cell)).toEqual([at, timing]);
  });

  it.each([
    ['Europe/Berlin', '2026-11-24 11:00:00', '2026-11-24T10:00:00'],
    ['Europe/Berlin', '2026-07-24 12:00:00', '2026-07-24T10:00:00'],
    ['America/New_York', '2026-11-24 05:00:00', '2026-11-24T10:00:00'],
    ['+02:00', '2026-11-24 12:00:00', '2026-11-24T10:00:00'],
    ['UTC', '2026-11-24 10:00:00', '2026-11-24T10:00:00'],
  ])('without a zone they are in %s where that was set', async (name, cell, at) => {
    const offset = readZone(name);
    if (offset === null) throw new Error('no such zone');
    expect(await timeOf(cell, { zone: { name, offset } })).toEqual([at, 'exact']);
  });

  it('there is no zone of an invented name', () => {
    expect([readZone('Europe/Atlantis'), readZone('summer')]).toEqual([null, null]);
  });

  it('day or month first is told by the whole column, and said where it cannot be told', async () => {
    const text = (...days: string[]) =>
      `Order number,Order date,Total\n${days.map((day, at) => `${1001 + at},${day} 10:00,5.00`).join('\n')}\n`;
    const days = async (...list: string[]) =>
      (await read(text(...list))).orders.map(({ at }) => new Date(at ?? 0).toISOString().slice(0, 10));
    expect(await days('03/11/2026', '24/11/2026')).toEqual(['2026-11-03', '2026-11-24']);
    expect(await days('11/03/2026', '11/24/2026')).toEqual(['2026-11-03', '2026-11-24']);
    expect(await days('03/11/2026', '04/11/2026', '05/11/2026')).toEqual(['2026-11-03', '2026-11-04', '2026-11-05']);
    expect((await read(text('04/04/2026', '04/04/2026'))).readings.join(' ')).toContain(
      'Dates can be read in two ways',
    );
  });

  it('an assumed zone is said, a set one too', async () => {
    const text = 'Order number,Order date,Total\n1001,2026-11-24 10:00,5.00\n';
    expect((await read(text)).readings.join(' ')).toContain('Times carry no zone');
    const zone = { name: 'Europe/Berlin', offset: () => 60 };
    expect((await read(text, { zone })).readings.join(' ')).toContain('read in Europe/Berlin');
  });
});
