/** The shop's own orders against what Meta would count: how many of those that it should know of, and how the others were lost. */
import type { OrderAccount } from '../diagnose/orders/order-book.ts';
import type { OrderState } from '../model/order.ts';
import type { Pair } from '../model/pair.ts';
import type { GivenOrders, OrderCounts, OrderLoss } from '../report/report.ts';
import { formatCount, plural } from '../view/plural.ts';
import { anyCounts, countCauseWords, type EventsById, lossOfPair } from './count-parts.ts';
import { sum } from './share.ts';

const words: Record<OrderLoss, string> = { ...countCauseWords, 'not-reported': 'reported by neither side' };
const stateWords: Record<Exclude<OrderState, 'placed'>, string> = {
  unpaid: 'unpaid',
  cancelled: 'cancelled',
  refunded: 'refunded',
  test: 'marked as tests',
};

/** `of`: orders that should be reported and that what was recorded covers, or that an event names. */
export function givenOrders(
  accounts: readonly OrderAccount[],
  pairs: readonly Pair[],
  events: EventsById,
): OrderCounts {
  const byKey = new Map(pairs.map((pair) => [pair.key, pair]));
  const all = accounts.map((account) => ({ ...account, sales: account.pairs.flatMap((key) => byKey.get(key) ?? []) }));
  const expected = all.filter(({ isDue, isCovered, sales }) => isDue && (isCovered || sales.length > 0));
  const reached = (side: 'browser' | 'server') =>
    expected.filter(({ sales }) => sales.some((sale) => anyCounts(sale[side], events))).length;
  const countOf = ({ sales }: { sales: Pair[] }) => sum(sales, ({ counted }) => counted);
  const counted = expected.filter((each) => countOf(each) > 0).length;
  const parts = partsOf(
    expected.filter((each) => countOf(each) === 0),
    events,
  );
  const twice = expected.filter((each) => countOf(each) > 1).length;
  const note = sentence({ all, of: expected.length, counted, parts, twice });
  const given = { all: accounts.length, parts, twice, note };
  return { of: expected.length, browser: reached('browser'), server: reached('server'), counted, given };
}

type Account = OrderAccount & { sales: Pair[] };

function partsOf(lost: readonly Account[], events: EventsById): GivenOrders['parts'] {
  const found = new Map<OrderLoss, GivenOrders['parts'][number]>();
  for (const { order, sales } of lost) {
    const [first] = sales;
    const cause = first === undefined ? 'not-reported' : lossOfPair(first, events);
    const part = found.get(cause) ?? { cause, count: 0, orders: [], pairs: [] };
    found.set(cause, part);
    part.count += 1;
    part.orders.push(order.number);
    for (const { key } of sales) part.pairs.push(key);
  }
  return (Object.keys(words) as OrderLoss[]).flatMap((cause) => found.get(cause) ?? []);
}

type Telling = { all: readonly Account[]; of: number; counted: number; parts: GivenOrders['parts']; twice: number };

/** `120 orders, Meta would count 82: 31 blocked in the browser with no server copy, 7 refused.` */
function sentence({ all, of, counted, parts, twice }: Telling): string {
  if (all.every(({ sales }) => sales.length === 0)) {
    return `${plural(all.length, 'order')} given, and no Purchase names any of them. Look whether the order number is taken from the right column (--orders-columns).`;
  }
  const reasons = parts.map(({ cause, count }) => `${count} ${words[cause]}`).join(', ');
  const counts = `${plural(of, 'order')}, Meta would count ${formatCount(counted)}${reasons === '' ? '' : `: ${reasons}`}.`;
  const doubled = twice === 0 ? '' : ` Of these it would count ${twice} more than once.`;
  const left = leftOut(all);
  return `${counts}${doubled}${left === '' ? '' : ` Left out: ${left}.`}`;
}

function leftOut(all: readonly Account[]): string {
  const count = (holds: (account: Account) => boolean) => all.filter(holds).length;
  const states = (Object.keys(stateWords) as (keyof typeof stateWords)[]).map(
    (state) => [count(({ order }) => order.state === state), stateWords[state]] as const,
  );
  const sale = ({ order }: Account) => order.state === 'placed';
  const counts = [
    ...states,
    [count((each) => sale(each) && each.order.origin === 'renewal'), 'made by a subscription'],
    [count((each) => sale(each) && each.order.origin === 'elsewhere'), 'not placed in the shop'],
    [count((each) => sale(each) && each.order.origin === 'shop' && each.order.value === 0), 'for nothing'],
    [count((each) => each.isDue && !each.isCovered && each.sales.length === 0), 'outside of what was recorded'],
  ] as const;
  return counts.flatMap(([number, what]) => (number === 0 ? [] : [`${number} ${what}`])).join(', ');
}
