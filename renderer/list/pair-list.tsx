/** All pairs as rows, newest last. Follows the newest unless the reader has scrolled away from it. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { moveOfKey } from '../../shared/view/move-cursor.ts';
import { useFindingsByPair, useVisiblePairs } from '../state/derived.ts';
import { movePairCursor } from '../state/move-pair-cursor.ts';
import { useSession } from '../state/session.ts';
import { clearFilter, openDetail, useView } from '../state/view.ts';
import { Icon } from '../ui/icon.tsx';
import { PairRow } from './pair-row.tsx';
import './list.css';

const rowPx = 32;
const headerPx = 28;
const isRecording = () => useSession.getState().status?.capture.state === 'recording';

export function PairList() {
  const pairs = useVisiblePairs();
  const findings = useFindingsByPair();
  const selected = useView((state) => state.selected);
  const isLive = useSession((state) => state.status?.capture.state === 'recording');
  const scroller = useRef<HTMLDivElement>(null);
  const [isFollowing, setIsFollowing] = useState(isRecording);
  const rows = useVirtualizer({
    count: pairs.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 12,
    scrollMargin: headerPx,
    scrollPaddingStart: headerPx,
  });
  const selectedIndex = pairs.findIndex((pair) => pair.key === selected);
  const last = pairs.length - 1;

  useEffect(() => {
    if (isFollowing && last >= 0) rows.scrollToIndex(last, { align: 'end' });
  }, [isFollowing, last, rows]);
  useEffect(() => {
    if (selectedIndex >= 0) rows.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [selectedIndex, rows]);

  const onScroll = () => {
    const list = scroller.current;
    if (list !== null) setIsFollowing(list.scrollHeight - list.scrollTop - list.clientHeight < rowPx);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moveOfKey(event.key);
    if (move === null && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headerPx) / rowPx) - 1);
    if (move === null) openDetail();
    else movePairCursor(move, page);
  };
  const visible = rows.getVirtualItems();
  const activeRow = visible.some((row) => row.index === selectedIndex) ? `pair-row-${selectedIndex}` : undefined;

  return (
    <div className="pair-list" id="list-panel" role="tabpanel" aria-labelledby="tab-pairs">
      <div
        ref={scroller}
        id="pair-grid"
        className="pair-grid"
        role="grid"
        aria-label="Pairs"
        aria-rowcount={pairs.length + 1}
        aria-activedescendant={activeRow}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={onScroll}
      >
        <PairListHeader />
        <div className="pair-rows" role="rowgroup" style={{ height: rows.getTotalSize() }}>
          {visible.map((row) => {
            const pair = pairs[row.index];
            if (pair === undefined) return null;
            return (
              <PairRow
                key={pair.key}
                pair={pair}
                findings={findings.get(pair.key)}
                index={row.index}
                topPx={row.start - headerPx}
                isSelected={row.index === selectedIndex}
              />
            );
          })}
        </div>
      </div>
      {pairs.length === 0 && <NothingFound />}
      {isLive && !isFollowing && last >= 0 && (
        <button type="button" className="button small to-newest" onClick={() => setIsFollowing(true)}>
          <Icon name="newest" size={14} /> Newest
        </button>
      )}
    </div>
  );
}

function PairListHeader() {
  return (
    <div className="pair-header" role="rowgroup">
      <div className="pair-row" role="row" aria-rowindex={1}>
        <span role="columnheader">Time</span>
        <span role="columnheader">Event</span>
        <span role="columnheader">Verdict</span>
        <span role="columnheader">Why</span>
        <span role="columnheader" className="cell-gap" title="Server time minus browser time">
          Gap
        </span>
        <span role="columnheader" className="cell-id">
          Order or event_id
        </span>
        <span role="columnheader" className="cell-findings">
          Findings
        </span>
      </div>
    </div>
  );
}

function NothingFound() {
  return (
    <div className="nothing-found">
      <p>No pair matches the search and the chosen verdict.</p>
      <button type="button" className="link-button" onClick={clearFilter}>
        Show all pairs
      </button>
    </div>
  );
}
