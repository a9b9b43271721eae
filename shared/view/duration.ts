/** Durations in words that fit a row: `2.4 s`, `−3 min 10 s`, `2 days 1 h`. */
import { formatFixed } from './format-number.ts';

const units = [
  ['day', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
] as const;

/** From milliseconds; sign kept, as a true minus. Two units at most. */
export function formatDuration(ms: number): string {
  const sign = ms < 0 ? '−' : '';
  const size = Math.abs(ms);
  if (size < 1000) return `${sign}${Math.round(size)} ms`;
  if (size < 10_000) return `${sign}${formatFixed(size / 1000, 1)} s`;
  if (size < 60_000) return `${sign}${Math.round(size / 1000)} s`;
  return sign + inLargeUnits(size);
}

function inLargeUnits(size: number): string {
  const at = units.findIndex(([, length]) => size >= length);
  const [name, length] = units[at] ?? units[2];
  const next = units[at + 1];
  const count = Math.floor(size / length);
  const rest = Math.floor((size % length) / (next?.[1] ?? 1000));
  const plural = name === 'day' && count > 1 ? 's' : '';
  return `${count} ${name}${plural}${rest === 0 ? '' : ` ${rest} ${next?.[0] ?? 's'}`}`;
}
