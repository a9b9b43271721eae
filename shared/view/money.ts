/** An amount with its currency, as the reader writes money. */
import { displayNow } from './display.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** A currency that ISO 4217 does not know is written behind the number, as it was sent. */
export function formatMoney(amount: number, currency: string | null, locale: string = displayNow().locale): string {
  const isKnown = currency !== null && /^[A-Za-z]{3}$/.test(currency);
  const format = formatOf(isKnown ? currency : null, locale);
  return isKnown || currency === null || currency === ''
    ? format.format(amount)
    : `${format.format(amount)} ${currency}`;
}

function formatOf(currency: string | null, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency ?? ''}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format =
    currency === null
      ? new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
      : new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' });
  formats.set(key, format);
  return format;
}
