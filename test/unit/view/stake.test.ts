/** Money at stake: each order once, by currency, and nothing made up where no value is known. */
import { expect, test } from 'vitest';
import { formatMoney } from '../../../shared/view/money.ts';
import { stakeOf } from '../../../shared/view/stake.ts';
import { eventRowOf, pairOf } from '../../support/view-rows.ts';

const events = new Map(
  [
    eventRowOf({ id: 'b1', value: 20, currency: 'EUR' }),
    eventRowOf({ id: 's1', value: 23.8, currency: 'EUR' }),
    eventRowOf({ id: 'b2', value: 5, currency: 'USD' }),
    eventRowOf({ id: 'b3', value: 7 }),
  ].map((event) => [event.id, event]),
);
const purchase = { eventName: 'Purchase' };

test('an order that two pairs tell of is counted once', () => {
  const pairs = [
    pairOf({ key: 'a', ...purchase, order: '1', browser: ['b1'] }),
    pairOf({ key: 'b', ...purchase, order: '1', server: ['s1'] }),
  ];
  expect(stakeOf(pairs, events)).toEqual({ orders: 1, amounts: [{ currency: 'EUR', amount: 20 }] });
});

test('currencies are not added together', () => {
  const pairs = [
    pairOf({ key: 'a', ...purchase, order: '1', browser: ['b2'] }),
    pairOf({ key: 'b', ...purchase, order: '2', browser: ['b1'] }),
    pairOf({ key: 'c', ...purchase, browser: ['b3'] }),
  ];
  expect(stakeOf(pairs, events)).toEqual({
    orders: 3,
    amounts: [
      { currency: 'EUR', amount: 20 },
      { currency: '', amount: 7 },
      { currency: 'USD', amount: 5 },
    ],
  });
});

test('where no sale is touched, nothing is at stake in money', () => {
  expect(stakeOf([pairOf({ key: 'a', browser: ['b1'] })], events)).toBe(null);
});

test.each([
  [1234.5, 'EUR', 'EUR\u00a01,234.50'],
  [1000, 'JPY', 'JPY\u00a01,000'],
  [5, 'points', '5.00 points'],
  [5, null, '5.00'],
])('%d of %s is written %s', (amount, currency, expected) => {
  expect(formatMoney(amount, currency, 'en-GB')).toBe(expected);
});
