/** Finds what crosses a stretch of the axis: lines and tails that begin far before and end far behind it included. */
import { type LaneAxis, placeX } from './lane-axis.ts';
import type { LaneEntry } from './lane-entry.ts';

export type Span = {
  from: LaneEntry;
  to: LaneEntry;
  /** False once it holds no more; swept at the next update. */
  isAlive: boolean;
};

export type SpanIndex<S extends Span> = {
  add(spans: readonly S[]): void;
  drop(spans: readonly S[]): void;
  /** After the columns from `fromColumn` on have changed. */
  update(axis: LaneAxis, fromColumn: number): void;
  /** Calls `take` for each that touches the columns `from` to `to`, both included, by where it begins. */
  crossing(range: readonly [from: number, to: number], take: (span: S) => void, longer?: Longer): void;
};

/** Only what may be that long at that scale; it may be called for shorter ones too. */
type Longer = { scale: number; leastPx: number };

type Block = {
  /** The furthest column that one of its spans reaches. */
  reach: number;
  /** The longest of its spans, in open units and in folds. */
  open: number;
  folds: number;
};

const blockSize = 128;

export function createSpanIndex<S extends Span>(): SpanIndex<S> {
  let spans: S[] = [];
  let hasDead = false;
  const blocks: Block[] = [];
  /** How many of them stood in order at the last update. */
  let sorted = 0;

  return {
    add(fresh) {
      for (const span of fresh) spans.push(span);
    },
    drop(gone) {
      for (const span of gone) span.isAlive = false;
      hasDead ||= gone.length > 0;
    },
    update(axis, fromColumn) {
      let from = firstReaching(blocks, fromColumn);
      if (hasDead) {
        spans = spans.filter((span) => span.isAlive);
        from = 0;
      }
      hasDead = false;
      if (!isSorted(spans, Math.min(sorted, from * blockSize))) {
        spans.sort((a, b) => startOf(a) - startOf(b));
        from = 0;
      }
      sorted = spans.length;
      blocks.length = Math.min(from, Math.ceil(spans.length / blockSize));
      for (let at = blocks.length * blockSize; at < spans.length; at += blockSize) {
        blocks.push(blockOf(spans, [at, Math.min(spans.length, at + blockSize)], axis));
      }
    },
    crossing(range, take, longer) {
      for (const [number, block] of blocks.entries()) {
        const at = number * blockSize;
        if (startOf(spans[at]) > range[1]) return;
        if (block.reach < range[0] || (longer !== undefined && isShort(block, longer))) continue;
        takeCrossing(spans, [at, Math.min(spans.length, at + blockSize)], { range, take });
      }
    },
  };
}

function blockOf(spans: readonly Span[], [first, end]: readonly [number, number], { open, folds }: LaneAxis): Block {
  const block: Block = { reach: -1, open: 0, folds: 0 };
  for (let index = first; index < end; index += 1) {
    const [from, to] = [startOf(spans[index]), endOf(spans[index])];
    block.reach = Math.max(block.reach, to);
    block.open = Math.max(block.open, (open[to] ?? 0) - (open[from] ?? 0));
    block.folds = Math.max(block.folds, (folds[to] ?? 0) - (folds[from] ?? 0));
  }
  return block;
}

function isShort(block: Block, { scale, leastPx }: Longer): boolean {
  return placeX(block, scale) < leastPx;
}

type Wish<S> = { range: readonly [from: number, to: number]; take: (span: S) => void };

function takeCrossing<S extends Span>(
  spans: readonly S[],
  [first, end]: readonly [number, number],
  { range: [from, to], take }: Wish<S>,
): void {
  for (let index = first; index < end; index += 1) {
    const span = spans[index];
    if (span !== undefined && startOf(span) <= to && endOf(span) >= from) take(span);
  }
}

/** The first block that changed columns or new spans may be in; the last one may have room. */
function firstReaching(blocks: readonly Block[], column: number): number {
  const found = blocks.findIndex(({ reach }) => reach >= column);
  return Math.max(0, found < 0 ? blocks.length - 1 : found);
}

function isSorted(spans: readonly Span[], from: number): boolean {
  for (let index = Math.max(1, from); index < spans.length; index += 1) {
    if (startOf(spans[index - 1]) > startOf(spans[index])) return false;
  }
  return true;
}

function startOf(span: Span | undefined): number {
  return span === undefined ? 0 : Math.min(span.from.column, span.to.column);
}

function endOf(span: Span | undefined): number {
  return span === undefined ? 0 : Math.max(span.from.column, span.to.column);
}
