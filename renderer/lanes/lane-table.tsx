/** The lanes as rows for those who hear them: a window of pairs around the chosen one, however many there are. */
import { memo } from 'react';
import type { Pair } from '../../shared/model/pair.ts';
import { formatClock } from '../../shared/view/format-clock.ts';
import { delayOf } from '../../shared/view/lanes/entries-of-rows.ts';
import { gapWords, outcomeWords } from '../../shared/view/lanes/lane-words.ts';
import { verdictWords } from '../../shared/view/verdict-words.ts';
import { oneLine } from '../../shared/view/visible-text.ts';
import { useSession } from '../state/session.ts';
import { texts } from '../texts/texts.ts';

const { time, event, verdict, browser, server, gap } = texts.lanes.columns;
export const columns = [time, event, verdict, browser, server, gap];
const aroundRows = 15;

export const laneRowId = (key: string) => `lane-row-${key}`;

/** `at`: index of the chosen pair; −1 where none is. */
export function LaneTable({ pairs, at }: { pairs: readonly Pair[]; at: number }) {
  const from = Math.max(0, Math.min(at, pairs.length) - aroundRows);
  const shown = pairs.slice(from, Math.max(0, at) + aroundRows + 1);
  return (
    <div className="visually-hidden">
      <div role="rowgroup">
        <div role="row" aria-rowindex={1}>
          {columns.map((column) => (
            <span key={column} role="columnheader">
              {column}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup">
        {shown.map((pair, index) => (
          <LaneRow key={pair.key} pair={pair} index={from + index} isSelected={from + index === at} />
        ))}
      </div>
    </div>
  );
}

type Props = { pair: Pair; index: number; isSelected: boolean };

const LaneRow = memo(function LaneRow({ pair, index, isSelected }: Props) {
  const events = useSession((state) => state.rows.events);
  const rowsOf = (ids: readonly (`b${number}` | `s${number}`)[]) =>
    ids.map((id) => events.get(id)).filter((row) => row !== undefined);
  const server = rowsOf(pair.server);
  return (
    <div id={laneRowId(pair.key)} role="row" aria-rowindex={index + 2} aria-selected={isSelected}>
      <span role="gridcell">{formatClock(pair.at)}</span>
      <span role="gridcell">{oneLine(pair.eventName)}</span>
      <span role="gridcell">{verdictWords[pair.verdict].word}</span>
      <span role="gridcell">{outcomeWords(rowsOf(pair.browser))}</span>
      <span role="gridcell">{outcomeWords(server)}</span>
      <span role="gridcell">{gapWords(pair, delayOf(server)) || '–'}</span>
    </div>
  );
});
