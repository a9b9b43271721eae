/** Which column of an export means what: as the user said, as a known export has it, by its name, by its content. */
import { columnForm, columnNames, type Role, roles } from './column-names.ts';
import { amountStyle, isAmountText, readOrderAmount } from './order-amount.ts';
import { layoutOf } from './order-layouts.ts';
import { cellsOf, type OrderTable } from './order-table.ts';
import { readOrderTime } from './order-time.ts';

export type ColumnWishes = Partial<Record<Role, string>>;

export type ChosenColumns = {
  /** Index of the column, by role. */
  at: Partial<Record<Role, number>>;
  /** The known export that it is; null where names and content decided. */
  layout: string | null;
  isMinor: boolean;
  isUtc: boolean;
};

/** A text says why no column fits. */
export function chooseColumns(table: OrderTable, wishes: ColumnWishes = {}): ChosenColumns | string {
  const missing = Object.values(wishes).find((wish) => columnNamed(table, wish) === null);
  if (missing !== undefined) return `there is no column “${missing}”. ${listed(table)}`;
  const layout = layoutOf(table.columns);
  const chosen = chooseEach(table, { ...layout?.columns, ...wishes });
  const number = chosen.number ?? byContent(table, chosen);
  if (number === null) {
    return `no column looks like an order number. Name it with --orders-columns number=COLUMN. ${listed(table)}`;
  }
  const formOf = (role: 'value' | 'at') => columnForm(table.columns[chosen[role] ?? -1] ?? '');
  return {
    at: { ...chosen, number },
    layout: layout?.name ?? null,
    isMinor: layout?.isMinor === true || /\b(?:cents?|minor|pence|centimes)\b/.test(formOf('value')),
    isUtc: layout?.isUtc === true || /\b(?:utc|gmt)\b/.test(formOf('at')),
  };
}

function chooseEach(table: OrderTable, named: ColumnWishes): ChosenColumns['at'] {
  const chosen: ChosenColumns['at'] = {};
  for (const role of roles) {
    const name = named[role];
    const found = (name === undefined ? null : columnNamed(table, name)) ?? byName(table, role, chosen);
    if (found !== null) chosen[role] = found;
  }
  return chosen;
}

function columnNamed({ columns }: OrderTable, wish: string): number | null {
  const exact = columns.indexOf(wish);
  const place = exact >= 0 ? exact : columns.findIndex((name) => columnForm(name) === columnForm(wish));
  return place < 0 ? null : place;
}

function listed({ columns }: OrderTable): string {
  const shown = columns.slice(0, 30).join(', ');
  return `Its columns are ${shown}${columns.length > 30 ? `, and ${columns.length - 30} more` : ''}.`;
}

function byName(table: OrderTable, role: Role, taken: ChosenColumns['at']): number | null {
  const forms = table.columns.map(columnForm);
  const used = new Set(Object.values(taken));
  for (const name of columnNames[role]) {
    const place = forms.indexOf(name);
    if (place >= 0 && !used.has(place) && fits(table, place, role)) return place;
  }
  if (role !== 'value') return null;
  const cents = forms.findIndex((form) =>
    /^(?:order )?(?:total|amount|value|price)(?: in)? (?:cents?|minor)/.test(form),
  );
  return cents >= 0 && fits(table, cents, role) ? cents : null;
}

/** A name alone may mislead: `name` is an order's in one export and a person's in another. */
function fits(table: OrderTable, column: number, role: Role): boolean {
  const texts = cellsOf(table, column);
  const most = (holds: (text: string) => boolean) => texts.filter(holds).length > texts.length * 0.9;
  switch (role) {
    case 'number':
      return texts.length > 0 && most(looksLikeNumber);
    case 'value':
    case 'tax':
    case 'shipping':
    case 'refunded':
      return texts.length > 0 && most(isAmountText);
    case 'at':
      return texts.length > 0 && most(isTime);
    case 'currency':
      return texts.length > 0 && most((text) => /^[A-Za-z]{3}$/.test(text));
    default:
      return true;
  }
}

function looksLikeNumber(text: string): boolean {
  return /\d/.test(text) && text.length <= 64 && !text.includes('@') && !/\s\S+\s/.test(text) && !isTime(text);
}

function isTime(text: string): boolean {
  return (
    readOrderTime(text, { dayPlace: 'day-first', zone: null }) !== null || /^\d{1,2}\/\d{1,2}\/\d{2,4}\b/.test(text)
  );
}

/** What no name tells: the first column whose texts are all different and no times, amounts or counts. */
function byContent(table: OrderTable, taken: ChosenColumns['at']): number | null {
  const used = new Set(Object.values(taken));
  const style = amountStyle([]);
  const place = table.columns.findIndex((_, column) => {
    const texts = cellsOf(table, column);
    const isPlain = texts.some((text) => /[.,]\d{1,2}$/.test(text)) || texts.every((text) => text.length < 3);
    const areSmall = texts.every((text) => (readOrderAmount(text, style, null) ?? 1000) < 1000 && /^\d+$/.test(text));
    const areAll = texts.length > 0 && texts.every(looksLikeNumber) && new Set(texts).size === texts.length;
    return areAll && !used.has(column) && !isPlain && !areSmall;
  });
  return place < 0 ? null : place;
}
