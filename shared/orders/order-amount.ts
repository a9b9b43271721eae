/** Amounts as exports write them: either decimal mark, thousands separators, currency signs, minor units. */
import { isCurrencyCode } from '../meta/money.ts';

/** How a column writes its amounts. `decimal`: the mark before the fraction; null where there is no fraction. */
export type AmountStyle = { decimal: '.' | ',' | null; isMinor: boolean };

const amountText =
  /^[-+(]?\s*(?:[A-Z]{3}|[€£$¥₹]|kr|zł|Kč)?\s*-?[\d.,'’\s]*\d[\d.,'’\s]*(?:[A-Z]{3}|[€£$¥₹]|kr|zł|Kč)?\s*\)?$/u;
const signs: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '₹': 'INR', zł: 'PLN', Kč: 'CZK' };

export function isAmountText(text: string): boolean {
  return text.length <= 40 && amountText.test(text.trim());
}

/** By all texts of the column: one amount alone, such as `1.299`, can be read in two ways. */
export function amountStyle(texts: readonly string[], { isMinor = false } = {}): AmountStyle {
  const marks = texts.map(decimalMark);
  const commas = marks.filter((mark) => mark === ',').length;
  const dots = marks.filter((mark) => mark === '.').length;
  return { decimal: commas + dots === 0 ? null : commas > dots ? ',' : '.', isMinor };
}

/** The last mark, unless it may as well stand between thousands; null where nothing tells. */
function decimalMark(text: string): '.' | ',' | null {
  const last = /[.,](?=\d+[^\d.,]*$)/.exec(text)?.[0];
  if (last !== '.' && last !== ',') return null;
  const isGroup = /[.,]\d{3}[^\d]*$/.test(text) && !text.includes(last === '.' ? ',' : '.');
  return isGroup || text.indexOf(last) !== text.lastIndexOf(last) ? null : last;
}

/** In units; null where the text is no amount. `currency` says how many digits a minor unit stands behind. */
export function readOrderAmount(text: string, style: AmountStyle, currency: string | null): number | null {
  const trimmed = text.trim();
  if (!isAmountText(trimmed)) return null;
  const isNegative = /^\(|-/.test(trimmed);
  const digits = trimmed.replace(/[^\d.,]/g, '');
  const at = style.decimal === null ? -1 : digits.lastIndexOf(style.decimal);
  const whole = (at < 0 ? digits : digits.slice(0, at)).replace(/[.,]/g, '');
  const amount = Number(at < 0 ? whole : `${whole}.${digits.slice(at + 1).replace(/[.,]/g, '')}`);
  if (!Number.isFinite(amount)) return null;
  const units = style.isMinor ? amount / 10 ** fractionDigits(currency) : amount;
  return isNegative && units !== 0 ? -units : units;
}

/** The currency that stands beside an amount in one cell; null where none does or a sign may mean several. */
export function currencyBeside(text: string): string | null {
  const code = /[A-Za-z]{3}/.exec(text)?.[0].toUpperCase();
  if (code !== undefined && isCurrencyCode(code)) return code;
  const sign = Object.keys(signs).find((each) => text.includes(each));
  return sign === undefined ? null : (signs[sign] ?? null);
}

/** ISO 4217: two for most currencies, none for the yen, three for the dinars. */
function fractionDigits(currency: string | null): number {
  if (currency === null || !isCurrencyCode(currency)) return 2;
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
