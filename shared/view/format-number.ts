/** Numbers as the reader writes them: with so many places, or as a share. */
import { displayNow } from './display.ts';

/** `2.4`: always as many places as asked for. */
export function formatFixed(value: number, places: number): string {
  return formatOf({ minimumFractionDigits: places, maximumFractionDigits: places }).format(value);
}

/** A share from 0 to 1 in whole percent: `67%`. */
export function formatPercent(share: number): string {
  return formatOf({ style: 'percent' }).format(share);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making one costs more than a hundred uses of it. */
function formatOf(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const { locale } = displayNow();
  const key = `${locale} ${options.style ?? ''} ${options.maximumFractionDigits ?? ''}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(locale, options);
  formats.set(key, format);
  return format;
}
