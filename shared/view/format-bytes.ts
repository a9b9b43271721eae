/** Sizes of files in words that fit a status line: `312 kB`, `4.1 MB`; powers of 1,000, as file managers count. */
import { displayNow } from './display.ts';

const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** One decimal place below ten, none above. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const size = bytes / 1000 ** step;
  const maximumFractionDigits = step > 0 && size < 10 ? 1 : 0;
  return `${size.toLocaleString(displayNow().locale, { maximumFractionDigits })} ${units[step]}`;
}
