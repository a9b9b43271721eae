/** What the lanes say in one line of a pair, a group, a moment; tips, the hidden table and live regions use the same. */
import type { Pair } from '../../model/pair.ts';
import { formatDuration } from '../duration.ts';
import { formatClock } from '../format-clock.ts';
import { formatGap } from '../format-gap.ts';
import type { Moment } from '../moments.ts';
import { plural } from '../plural.ts';
import type { EventRow } from '../rows.ts';
import { oneLine } from '../visible-text.ts';
import type { SceneGroup } from './lane-groups.ts';

/** `2.4 s`, and the delay of a late server event where there is one: `2.4 s, left 4 min later`. */
export function gapWords({ gapMs }: Pick<Pair, 'gapMs'>, delayMs: number | null): string {
  const late = delayMs === null ? [] : [`left ${formatDuration(delayMs)} later`];
  return [...(gapMs === null ? [] : [formatGap(gapMs)]), ...late].join(', ');
}

export function groupLine({ browser, server }: SceneGroup): string {
  const counts = `${plural(browser.total, 'browser event')}, ${plural(server.total, 'server event')}`;
  const bad = Math.max(browser.bad, server.bad);
  const part = browser.part + server.part;
  const faults = [...(bad > 0 ? [`${bad} counted twice`] : []), ...(part > 0 ? [`${part} of one side only`] : [])];
  return [counts, ...faults].join(' · ');
}

export function rangeWords([from, to]: readonly [number, number]): string {
  const [start, end] = [formatClock(from), formatClock(to)];
  return start === end ? start : `${start} – ${end}`;
}

const momentWords: Record<Moment['kind'], string> = { page: 'Page load', step: 'Step', note: 'Note' };

export function momentLine({ kind, text, at }: Moment): string {
  return `${formatClock(at)} · ${momentWords[kind]}: ${oneLine(text, longestMoment)}`;
}

/** A page address may have no end. */
const longestMoment = 160;

/** Short enough to stand on the axis: of an address the path. */
export function momentText({ kind, text }: Moment): string {
  if (kind !== 'page') return oneLine(text, longestMoment);
  return oneLine(/^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(text)?.[1] || '/', longestMoment);
}

/** `sent`, `accepted`, … of each copy; a dash where the side has none. */
export function outcomeWords(rows: readonly EventRow[]): string {
  if (rows.length === 0) return '–';
  const outcomes = [...new Set(rows.map((row) => row.outcome))].join(', ');
  return rows.length === 1 ? outcomes : `${rows.length} times: ${outcomes}`;
}

export function quietLine(name: string): string {
  return `${name}, neither paired nor counted`;
}
