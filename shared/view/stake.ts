/** What depends on a finding, in money: the value of the orders that it touches, each counted once. */
import type { EventId } from '../model/event.ts';
import type { Pair } from '../model/pair.ts';
import { firstKnown } from './arrange-pairs.ts';
import type { EventRow } from './rows.ts';

export type Stake = {
  orders: number;
  /** By currency, the largest first; a value without a currency stands under an empty one. */
  amounts: { currency: string; amount: number }[];
};

/** Only actions that are sales: with an order number, or a Purchase. Null where none of the pairs is one. */
export function stakeOf(pairs: Iterable<Pair>, events: ReadonlyMap<EventId, EventRow>): Stake | null {
  const sales = new Map<string, Pair>();
  for (const pair of pairs) {
    if (pair.order === null && pair.eventName !== 'Purchase') continue;
    const sale = pair.order ?? pair.key;
    const known = sales.get(sale);
    if (known === undefined || (known.eventName !== 'Purchase' && pair.eventName === 'Purchase')) sales.set(sale, pair);
  }
  if (sales.size === 0) return null;
  const byCurrency = new Map<string, number>();
  for (const pair of sales.values()) {
    const money = firstKnown(pair, events, ({ value, currency }) => (value === null ? null : { value, currency }));
    if (money === null) continue;
    const currency = money.currency ?? '';
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + money.value);
  }
  const amounts = [...byCurrency].map(([currency, amount]) => ({ currency, amount }));
  return { orders: sales.size, amounts: amounts.sort((a, b) => b.amount - a.amount) };
}
