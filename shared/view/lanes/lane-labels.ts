/** Which marks carry their name, and which lines their gap: nothing stands on anything else, faults come first. */

import { diagnoseThresholds } from '../../diagnose/thresholds.ts';
import type { Side } from '../../model/event.ts';
import { formatDuration } from '../duration.ts';
import type { LaneTail } from './lane-entry.ts';
import type { LaneHeights } from './lane-heights.ts';
import type { LaneScene, SceneMark, SceneSpan } from './lane-scene.ts';

/** `tier`: row of the label, 0 nearest to the lane. */
export type MarkLabel = { mark: SceneMark; text: string; tier: number };
/** `x`, `y`: its middle. */
export type SpanLabel = { x: number; y: number; widthPx: number; text: string; pair: string | null };

/** px that a text takes in the font of labels. */
export type Measure = (text: string) => number;

const labelGapPx = 10;
const longestName = 24;
/** One label of a line in so many px. */
const spanLabelPx = 90;
/** Between a tail and the words beside it. */
const tailGapPx = 6;
/** A gap worth reading: shorter ones are the seconds that event_time is rounded to, and the way to the server. */
const worthReadingMs = 2000;
/** Where marks crowd, only what Meta calls late is. */
const worthReadingInCrowdMs = diagnoseThresholds.lateMs;
/** Closer marks are a crowd: names are then kept for faults. */
const crowdPx = 9;

export function shortName(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}

type Wish = { measure: Measure; tiers: number; first: string | null; spacingPx: number };

/** `first`: key of the pair whose names are shown before all others. */
export function placeMarkLabels(marks: readonly SceneMark[], { measure, tiers, first, spacingPx }: Wish): MarkLabel[] {
  const rows: Record<Side, Taken[]> = {
    browser: Array.from({ length: tiers }, createTaken),
    server: Array.from({ length: tiers }, createTaken),
  };
  const labels: MarkLabel[] = [];
  for (const urgency of spacingPx < crowdPx ? [0, 1] : [0, 1, 2]) {
    for (const mark of marks) {
      const side = sideOf(mark.entry);
      if (side === null || urgencyOf(mark, first) !== urgency) continue;
      const text = shortName(mark.entry.name);
      const end = mark.x + measure(text) + labelGapPx;
      const tier = rows[side].findIndex((row) => row.take(mark.x, end));
      if (tier >= 0) labels.push({ mark, text, tier });
    }
  }
  return labels;
}

/** Null where a mark has no name to show. */
function sideOf({ lane, look }: SceneMark['entry']): Side | null {
  return look !== 'quiet' && (lane === 'browser' || lane === 'server') ? lane : null;
}

function urgencyOf({ entry }: SceneMark, first: string | null): number {
  if (entry.pair !== null && entry.pair.pair.key === first) return 0;
  if (entry.pair?.isInSight === false) return 2;
  return entry.grade === 'bad' || entry.look === 'lost' ? 1 : 2;
}

type Taken = { take(from: number, to: number): boolean };

/** One row of labels: gives out room, each px once. */
function createTaken(): Taken {
  const starts: number[] = [];
  const ends: number[] = [];
  return {
    take(from, to) {
      let at = starts.length;
      while (at > 0 && (starts[at - 1] ?? 0) > from) at -= 1;
      if ((ends[at - 1] ?? Number.NEGATIVE_INFINITY) > from) return false;
      if ((starts[at] ?? Number.POSITIVE_INFINITY) < to) return false;
      starts.splice(at, 0, from);
      ends.splice(at, 0, to);
      return true;
    },
  };
}

/** Gaps beside their lines and delays on their tails, the longest first, each in the middle of what is in view of it. */
export function placeSpanLabels(scene: LaneScene, heights: LaneHeights, measure: Measure): SpanLabel[] {
  const wishes = [...gapWishes(scene, heights), ...delayWishes(scene, heights, measure)].sort(
    (a, b) => b.sizeMs - a.sizeMs,
  );
  const labels: SpanLabel[] = [];
  for (const { x, y, text, pair } of wishes) {
    const label = { x, y, text, pair, widthPx: measure(text) };
    const isFree = labels.every((other) => !overlap(label, other));
    if (isFree) labels.push(label);
    if (labels.length * spanLabelPx > scene.widthPx) break;
  }
  return labels;
}

type SpanWish = { x: number; y: number; sizeMs: number; text: string; pair: string | null };

function gapWishes({ links, widthPx, spacingPx }: LaneScene, { browserY, serverY }: LaneHeights): SpanWish[] {
  const worth = spacingPx < crowdPx ? worthReadingInCrowdMs : worthReadingMs;
  return links.flatMap(({ span: { pair, rule, from }, fromX, toX }) => {
    const { gapMs, browser, key } = pair.pair;
    if (gapMs === null || Math.abs(gapMs) < worth || from.id !== browser[0] || !pair.isInSight) return [];
    const part = middleInView(fromX, toX, widthPx);
    if (part === null) return [];
    const at = rule === 'P3' ? Math.min(0.8, part + 0.22) : part;
    const wish = { x: fromX + (toX - fromX) * at, y: browserY + (serverY - browserY) * at };
    return [{ ...wish, sizeMs: Math.abs(gapMs), text: formatDuration(gapMs), pair: key }];
  });
}

/** What leaves in one go from a queue has one label, that of the first to wait; beside the tail where it is too long. */
function delayWishes({ tails, widthPx }: LaneScene, { tailY }: LaneHeights, measure: Measure): SpanWish[] {
  const longest = new Map<number, SceneSpan<LaneTail>>();
  for (const tail of tails) {
    const known = longest.get(tail.span.to.column);
    if (known === undefined || known.span.delayMs < tail.span.delayMs) longest.set(tail.span.to.column, tail);
  }
  return [...longest.values()].flatMap(({ span: { from, delayMs }, fromX, toX }) => {
    const part = middleInView(fromX, toX, widthPx);
    if (part === null || from.pair?.isInSight === false) return [];
    const text = `left ${formatDuration(delayMs)} later`;
    const isBeside = toX - fromX < measure(text) + 3 * tailGapPx;
    const x = isBeside ? toX + tailGapPx + measure(text) / 2 : fromX + (toX - fromX) * part;
    return [{ x, y: tailY, sizeMs: delayMs, text, pair: from.pair?.pair.key ?? null }];
  });
}

/** Which share of the way lies in the middle of what is in view; null where nothing is. */
function middleInView(fromX: number, toX: number, widthPx: number): number | null {
  if (Math.max(fromX, toX) < 0 || Math.min(fromX, toX) > widthPx) return null;
  if (Math.abs(toX - fromX) < 1) return 0.5;
  const parts = [0, widthPx].map((x) => Math.min(1, Math.max(0, (x - fromX) / (toX - fromX))));
  return ((parts[0] ?? 0) + (parts[1] ?? 1)) / 2;
}

function overlap(a: SpanLabel, b: SpanLabel): boolean {
  return Math.abs(a.x - b.x) < (a.widthPx + b.widthPx) / 2 + 8 && Math.abs(a.y - b.y) < 14;
}
