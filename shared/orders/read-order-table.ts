/** A table into orders: one for each number, however many rows it takes, with an account of what was taken from where. */
import { isCurrencyCode } from '../meta/money.ts';
import type { Order } from '../model/order.ts';
import { plural } from '../view/plural.ts';
import { type ChosenColumns, type ColumnWishes, chooseColumns } from './choose-columns.ts';
import type { Role } from './column-names.ts';
import { type AmountStyle, amountStyle, currencyBeside, readOrderAmount } from './order-amount.ts';
import { isTestMark, originOf, stateOfStatus } from './order-state.ts';
import { cellsOf, type OrderTable, type TableRow } from './order-table.ts';
import { dayPlaceOf, type ReadTime, readOrderTime, type TimeStyle, type ZoneOffset } from './order-time.ts';

export type OrderSettings = {
  /** Columns by name, for roles that the guess gets wrong. */
  columns?: ColumnWishes;
  /** For times without a zone; null: none was set. */
  zone?: { name: string; offset: ZoneOffset } | null;
};

type PlacedOrder = { order: Order; place: string };
export type OrderReading = {
  orders: PlacedOrder[];
  problems: { place: string; reason: string }[];
  /** What was taken from which column, and what had to be assumed. */
  account: string[];
};

type Reader = {
  table: OrderTable;
  chosen: ChosenColumns;
  money: AmountStyle;
  parts: AmountStyle;
  time: TimeStyle;
};

/** A text says why the table holds no orders that can be told apart. */
export function readOrderTable(table: OrderTable, settings: OrderSettings = {}): OrderReading | string {
  const chosen = chooseColumns(table, settings.columns);
  if (typeof chosen === 'string') return chosen;
  const cells = (role: Role) => (chosen.at[role] === undefined ? [] : cellsOf(table, chosen.at[role]));
  const days = dayPlaceOf(cells('at'));
  const zone = settings.zone?.offset ?? (chosen.isUtc ? () => 0 : null);
  const reader: Reader = {
    table,
    chosen,
    money: amountStyle(cells('value'), { isMinor: chosen.isMinor }),
    parts: amountStyle([...cells('tax'), ...cells('shipping'), ...cells('refunded')], { isMinor: chosen.isMinor }),
    time: { dayPlace: days.dayPlace, zone },
  };
  const reading = readRows(reader);
  return { ...reading, account: accountOf(reader, reading.orders, { settings, isDayCertain: days.isCertain }) };
}

/** Rows of one order stand together or apart; what the first leaves out, later ones may tell. */
function readRows(reader: Reader): Omit<OrderReading, 'account'> {
  const byNumber = new Map<string, PlacedOrder>();
  const problems: OrderReading['problems'] = [];
  for (const row of reader.table.rows) {
    const read = readRow(reader, row);
    if (typeof read === 'string') {
      problems.push({ place: row.place, reason: read });
      continue;
    }
    const known = byNumber.get(read.number);
    if (known === undefined) byNumber.set(read.number, { order: read, place: row.place });
    else known.order = merge(known.order, read);
  }
  return { orders: [...byNumber.values()], problems };
}

/** A further row of an order: the second of its products, or money that went back. */
function merge(first: Order, next: Order): Order {
  const state = first.state === 'placed' && next.state !== 'unpaid' ? next.state : first.state;
  return {
    ...first,
    at: first.at ?? next.at,
    timing: first.at === null ? next.timing : first.timing,
    value: first.value ?? next.value,
    currency: first.currency ?? next.currency,
    tax: first.tax ?? next.tax,
    shipping: first.shipping ?? next.shipping,
    state,
  };
}

/** A text says why the row is no order. */
function readRow(reader: Reader, row: TableRow): Order | string {
  const { chosen, money, parts, time } = reader;
  const cell = (role: Role) => row.cells[chosen.at[role] ?? -1]?.trim() ?? '';
  const number = cell('number');
  if (number === '') return 'It has no order number.';
  if (number.includes('@') || number.length > 64) return 'What stands in the place of the order number is none.';
  const at = cell('at') === '' ? null : readOrderTime(cell('at'), time);
  if (cell('at') !== '' && at === null) return 'Its time cannot be read.';
  const currency = currencyOf(cell('currency'), cell('value'));
  const value = cell('value') === '' ? null : readOrderAmount(cell('value'), money, currency);
  if (cell('value') !== '' && value === null) return 'Its value is no amount.';
  const amount = (role: Role) => readOrderAmount(cell(role), parts, currency);
  return {
    number,
    aliases: aliasesOf(cell('alias'), number),
    ...timeOf(at),
    value: value !== null && value < 0 ? null : value,
    currency,
    tax: amount('tax'),
    shipping: amount('shipping'),
    state: stateOf(reader, { cell, value, refunded: amount('refunded') }),
    origin: originOf(cell('origin')),
  };
}

function timeOf(read: ReadTime | null): Pick<Order, 'at' | 'timing'> {
  return { at: read?.at ?? null, timing: read?.timing ?? 'exact' };
}

function currencyOf(text: string, value: string): string | null {
  const code = text.toUpperCase();
  return isCurrencyCode(code) ? code : currencyBeside(value);
}

/** Shopify's keys stand behind a path in its GraphQL API: `gid://shopify/Order/123`. */
function aliasesOf(text: string, number: string): string[] {
  const alias = text.replace(/^gid:\/\/\S*\//, '');
  return alias === '' || alias === number || !/\d/.test(alias) || alias.length > 64 ? [] : [alias];
}

type Telling = { cell(role: Role): string; value: number | null; refunded: number | null };

function stateOf({ table, chosen }: Reader, { cell, value, refunded }: Telling): Order['state'] {
  const testColumn = table.columns[chosen.at.test ?? -1] ?? '';
  if (cell('test') !== '' && isTestMark(testColumn, cell('test'))) return 'test';
  if (cell('cancelled') !== '') return 'cancelled';
  if (value !== null && value < 0) return 'refunded';
  const isRefunded = value !== null && value > 0 && refunded !== null && Math.abs(refunded) >= value;
  return isRefunded ? 'refunded' : stateOfStatus(cell('status'));
}

type Assumed = { settings: OrderSettings; isDayCertain: boolean };

function accountOf({ table, chosen, money, time }: Reader, orders: PlacedOrder[], assumed: Assumed): string[] {
  const named = (role: Role, words: string) => {
    const name = table.columns[chosen.at[role] ?? -1];
    return name === undefined ? [] : [`${words} from “${name}”`];
  };
  const taken = [
    ...named('number', 'order number'),
    ...named('value', money.isMinor ? 'value in minor units' : 'value'),
    ...named('currency', 'currency'),
    ...named('at', 'time'),
    ...named('status', 'state'),
    ...named('test', 'test orders'),
    ...named('cancelled', 'cancellations'),
    ...named('refunded', 'refunds'),
    ...named('origin', 'origin'),
  ];
  const form = chosen.layout === null ? table.form : `${table.form}, ${chosen.layout}`;
  const isAssumed = orders.some(({ order }) => order.timing === 'zone-assumed');
  return [
    `${plural(orders.length, 'order')} in ${form}: ${taken.join(', ')}. Other columns were not kept; --orders-columns corrects this.`,
    ...zoneAccount(isAssumed, assumed.settings),
    ...(orders.some(({ order }) => order.timing === 'day') ? ['Some orders tell the day alone, not the time.'] : []),
    ...(assumed.isDayCertain
      ? []
      : [`Dates can be read in two ways; they were read ${time.dayPlace.replace('-', ' ')}.`]),
    ...(chosen.at.value === undefined ? ['No column holds the value: values are not compared.'] : []),
  ];
}

function zoneAccount(isAssumed: boolean, { zone }: OrderSettings): string[] {
  if (zone) return [`Times without a zone were read in ${zone.name}.`];
  return isAssumed
    ? ['Times carry no zone: the offset from UTC is taken from orders that events name. --orders-zone sets it.']
    : [];
}
