/** What a person says of an export of orders in the window reaches its reader, and a zone that is none is refused. */
import { expect, test } from 'vitest';
import { orderSettingsOf } from '../../../electron/core/order-wishes.ts';
import { read, shortly } from '../../support/read-orders.ts';

const csv = ['Ref,Name,Total,Date', 'A-1,1001,49.90,2026-11-24 12:00', 'A-2,1002,12.00,2026-11-24 13:00'].join('\n');

test('columns and zone from the window are those that the orders are read by', async () => {
  const settings = orderSettingsOf({ columns: { number: 'Ref', value: ' ' }, zone: 'Europe/Berlin' });
  const { orders } = await read(csv, settings);
  expect(orders.map(shortly)[0]).toMatch(/^A-1 2026-11-24T11:00 49\.9 /);
});

test('where nothing is said, columns are found by their names as before', async () => {
  const [plain, wished] = [await read(csv), await read(csv, orderSettingsOf({ columns: {}, zone: null }))];
  expect(wished.orders).toEqual(plain.orders);
  expect(orderSettingsOf(undefined)).toEqual({});
});

test('a zone that does not exist is refused by name', () => {
  expect(() => orderSettingsOf({ columns: {}, zone: 'Mars/Olympus' })).toThrow('“Mars/Olympus” is no time zone');
});
