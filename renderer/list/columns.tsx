/** How wide each column of the list is, and what it shows of a pair. */
import type { ReactNode } from 'react';
import type { Finding } from '../../shared/model/finding.ts';
import type { Pair } from '../../shared/model/pair.ts';
import { firstOf, pageOf, type SortKey } from '../../shared/view/arrange-pairs.ts';
import { formatClock } from '../../shared/view/format-clock.ts';
import { formatGap } from '../../shared/view/format-gap.ts';
import { worstSeverity } from '../../shared/view/group-findings.ts';
import { formatMoney } from '../../shared/view/money.ts';
import type { EventRow } from '../../shared/view/rows.ts';
import { shortReason } from '../../shared/view/short-reason.ts';
import { texts } from '../texts/texts.ts';
import { SeveritySign } from '../ui/severity-sign.tsx';
import { VerdictWord } from '../ui/verdict-sign.tsx';
import type { ColumnId } from './column-ids.ts';

/** `copies`: the rows of the pair's events, the browser's before the server's. */
export type CellOf = { pair: Pair; findings: readonly Finding[]; copies: readonly EventRow[] };

export type Column = {
  hint?: string;
  widthPx: number;
  leastPx: number;
  /** Takes the room that is left, shrinking to its least. */
  grows?: true;
  /** Its part of the room that is left, beside those that stretch as well. */
  stretch?: number;
  look?: 'quiet' | 'strong' | 'right' | 'mono';
  sort: SortKey | null;
  /** The whole of a text that may be cut. */
  full?(of: CellOf): string | null;
  cell(of: CellOf): ReactNode;
};

const none = '–';

export const columns: Record<ColumnId, Column> = {
  time: {
    widthPx: 66,
    leastPx: 62,
    look: 'quiet',
    sort: 'time',
    cell: ({ pair }) => formatClock(pair.at),
  },
  event: {
    widthPx: 136,
    leastPx: 80,
    stretch: 1,
    look: 'strong',
    sort: 'event',
    full: ({ pair }) => pair.eventName,
    cell: ({ pair }) => pair.eventName,
  },
  verdict: {
    widthPx: 124,
    leastPx: 90,
    sort: 'verdict',
    cell: ({ pair }) => <VerdictWord verdict={pair.verdict} />,
  },
  why: {
    widthPx: 180,
    leastPx: 150,
    grows: true,
    stretch: 6,
    look: 'quiet',
    sort: null,
    full: ({ pair }) => pair.why,
    cell: ({ pair, copies }) => shortReason(pair, copies),
  },
  gap: {
    hint: texts.list.gapHint,
    widthPx: 84,
    leastPx: 60,
    look: 'right',
    sort: 'gap',
    cell: ({ pair }) => formatGap(pair.gapMs),
  },
  id: {
    widthPx: 168,
    leastPx: 96,
    grows: true,
    stretch: 3,
    look: 'mono',
    sort: 'order',
    full: (of) => of.pair.order ?? eventIdOf(of),
    cell: (of) => of.pair.order ?? eventIdOf(of) ?? none,
  },
  order: {
    widthPx: 110,
    leastPx: 60,
    look: 'mono',
    sort: 'order',
    full: ({ pair }) => pair.order,
    cell: ({ pair }) => pair.order ?? none,
  },
  value: { widthPx: 96, leastPx: 60, look: 'right', sort: 'value', cell: (of) => moneyOf(of) ?? none },
  page: {
    widthPx: 200,
    leastPx: 80,
    look: 'quiet',
    sort: 'page',
    full: urlOf,
    cell: (of) => pageOf(urlOf(of)) ?? none,
  },
  dataset: {
    widthPx: 140,
    leastPx: 80,
    look: 'mono',
    sort: null,
    full: ({ pair }) => pair.datasetId,
    cell: ({ pair }) => pair.datasetId ?? none,
  },
  browser: {
    widthPx: 96,
    leastPx: 60,
    look: 'quiet',
    sort: null,
    cell: (of) => outcomesOf(of, 'browser'),
  },
  server: {
    widthPx: 96,
    leastPx: 60,
    look: 'quiet',
    sort: null,
    cell: (of) => outcomesOf(of, 'server'),
  },
  findings: {
    widthPx: 64,
    leastPx: 52,
    look: 'right',
    sort: 'findings',
    cell: ({ findings }) => {
      const worst = worstSeverity(findings);
      return worst === null ? null : <SeveritySign severity={worst} count={findings.length} isShort />;
    },
  },
};

function eventIdOf({ copies }: CellOf): string | null {
  return firstOf(copies, ({ eventId }) => eventId);
}

function urlOf({ copies }: CellOf): string | null {
  return firstOf(copies, ({ url }) => url);
}

function moneyOf({ copies }: CellOf): string | null {
  return firstOf(copies, ({ value, currency }) => (value === null ? null : formatMoney(value, currency)));
}

/** `sent`, `blocked, sent`: what became of each copy of that side. */
function outcomesOf({ copies }: CellOf, side: 'browser' | 'server'): string {
  const outcomes = new Set(copies.flatMap((copy) => (copy.side === side ? [copy.outcome] : [])));
  return outcomes.size === 0 ? none : [...outcomes].join(', ');
}
