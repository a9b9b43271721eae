/** The gap of a pair and a running clock, as the window shows them. */
import { formatDuration } from './duration.ts';

/**
 * The gap of a pair: server time minus browser time, ms. A dash where a side is missing. Server times come in whole
 * seconds, so that a server event seems to precede the click of its own second: that is no gap to show.
 */
export function formatGap(gapMs: number | null): string {
  if (gapMs === null) return '–';
  return gapMs <= 0 && gapMs > -1000 ? '< 1 s' : formatDuration(gapMs);
}

/** A running clock, ms: `0:07`, `12:41`, `1:02:03`. */
export function formatElapsed(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const seconds = String(total % 60).padStart(2, '0');
  const minutes = Math.floor(total / 60) % 60;
  const hours = Math.floor(total / 3600);
  return hours === 0 ? `${minutes}:${seconds}` : `${hours}:${String(minutes).padStart(2, '0')}:${seconds}`;
}
