/** What a sale says was paid, held beside the order that it names. */
import type { TrackedEvent } from '../../model/event.ts';
import type { Order } from '../../model/order.ts';
import type { Hit, PairView } from '../rule.ts';
import { diagnoseThresholds } from '../thresholds.ts';
import { moneyText, orderInWords } from './order-words.ts';
import { type Money, moneyOf } from './purchase.ts';
import { isSameMoney } from './same-money.ts';

/**
 * Null where both tell the same, where they cannot be compared (another currency at another amount is a conversion),
 * and where the copies disagree with each other, which is told by itself.
 */
export function valueAgainstOrder({ pair, events, session }: PairView): Hit | null {
  if (pair.actions > 1 || pair.repeatOf !== null) return null;
  const named = session.orders.namedBy(pair.key);
  const told = events.flatMap((event) => {
    const money = moneyOf(event);
    return money === null ? [] : [{ event, money }];
  });
  const [first] = told;
  if (named === null || named.order.value === null || first === undefined) return null;
  const { order } = named;
  if (told.some(({ money }) => isSameMoney(money, order) || !isSameAmount(money.value, first.money.value))) return null;
  const difference = differenceOf(first.money, { ...order, value: named.order.value });
  if (difference === null || named.isAgreedElsewhere) return null;
  return {
    detail: `${orderInWords(order)} is reported with ${moneyText(first.money.value, first.money.currency)}. ${difference} Meta optimises by what is reported, so revenue and return on ad spend are off by as much.`,
    fix: "Take value and currency from the stored order on both sides: fbq's { value, currency } and custom_data.value and currency, with tax and shipping in or out for all orders alike.",
    events: told.map(({ event }) => event),
    ...evidenceOf(told),
  };
}

function evidenceOf(told: readonly { event: TrackedEvent; money: Money }[]): Pick<Hit, 'browser' | 'server'> {
  const evidence: Pick<Hit, 'browser' | 'server'> = {};
  for (const { event, money } of told) evidence[event.side] ??= moneyText(money.value, money.currency);
  return evidence;
}

/** In words; null where the two cannot be compared. */
function differenceOf({ value, currency }: Money, order: Order & { value: number }): string | null {
  const isOtherCurrency = currency !== null && order.currency !== null && currency !== order.currency;
  if (isOtherCurrency) return isSameAmount(value, order.value) ? 'The amount is right, the currency is not.' : null;
  const ratio = Math.max(value, order.value) / Math.min(value, order.value);
  if (Math.abs(ratio - 100) < 0.01) return 'One is 100 times the other: cents on one side, units on the other.';
  const gap = order.value - value;
  const { tax, shipping } = order;
  const parts: [string, number | null][] = [
    ['shipping', shipping],
    ['tax', tax],
    ['tax and shipping', tax === null || shipping === null ? null : tax + shipping],
  ];
  const part = parts.find(([, amount]) => amount !== null && amount > 0 && isSameAmount(Math.abs(gap), amount));
  const amount = moneyText(Math.abs(gap), order.currency);
  if (part !== undefined)
    return `That is the order ${gap > 0 ? 'without' : 'with once more'} its ${part[0]} of ${amount}.`;
  const isNear = ratio <= diagnoseThresholds.taxOrShippingRatio;
  return `It is ${amount} ${gap > 0 ? 'less' : 'more'}${isNear ? ': tax, shipping or a discount is likely to be in one of them only' : ', which fits neither tax nor shipping'}.`;
}

function isSameAmount(a: number, b: number): boolean {
  return Math.abs(a - b) < diagnoseThresholds.valueTolerance;
}
