/** All pairs as rows, newest last. Follows the newest unless the reader has scrolled away from it. */
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type RefObject, useCallback, useMemo, useRef } from 'react';
import { moveOfKey } from '../../shared/view/move-cursor.ts';
import { useFindingsByPair } from '../state/derived.ts';
import { useListing } from '../state/listing.ts';
import { usePinnedPairs } from '../state/marks.ts';
import { movePairCursor } from '../state/move-pair-cursor.ts';
import { usePreferences } from '../state/preferences.ts';
import { useSession } from '../state/session.ts';
import { openDetail, useView } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';
import { useSize } from '../ui/use-size.ts';
import { roomFor } from './column-room.ts';
import { GroupRow } from './group-row.tsx';
import { ListHeader } from './list-header.tsx';
import { NothingFound } from './nothing-found.tsx';
import { PairRow } from './pair-row.tsx';
import { useFollow } from './use-follow.ts';
import './list.css';

const rowPx = { regular: 32, compact: 26 };
const headerPx = 28;
/** The virtualizer goes through all rows when their number changes: it is told of some that are still to come. */
const countStep = 512;

export function PairList() {
  const listing = useListing();
  const { count, itemAt } = listing;
  const density = usePreferences((state) => state.density);
  const isLive = useSession((state) => state.status?.capture.state === 'recording');
  const selected = useView((state) => state.selected);
  const findings = useFindingsByPair();
  const pinned = usePinnedPairs();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: Math.ceil(count / countStep) * countStep,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx[density],
    overscan: 4,
    rangeExtractor: useDrawnRange(),
    scrollMargin: headerPx,
    scrollPaddingStart: headerPx,
  });
  const selectedIndex = selected === null ? -1 : listing.indexOf(selected);
  const { isFollowing, follow, onScroll } = useFollow({ rows, listing, scroller, selectedIndex });
  const visible = rows.getVirtualItems().filter(({ index }) => index < count);
  const { style, shown } = useColumnRoom(scroller);
  const isSelectedDrawn = visible.some((row) => row.index === selectedIndex);

  return (
    <div className={`pair-list ${density}`} id="list-panel" role="tabpanel" aria-labelledby="tab-pairs">
      <div
        ref={scroller}
        id="pair-grid"
        className="pair-grid"
        role="grid"
        aria-label={texts.list.label}
        aria-rowcount={count + 1}
        aria-activedescendant={isSelectedDrawn ? `pair-row-${selectedIndex}` : undefined}
        tabIndex={0}
        style={style}
        onKeyDown={(event) => moveByKey(event, pageOf(scroller, rowPx[density]))}
        onScroll={onScroll}
      >
        <ListHeader shown={shown} />
        <div className="pair-rows" role="rowgroup" style={{ height: count * rowPx[density] }}>
          {visible.map(({ index, start }) => {
            const item = itemAt(index);
            if (item === undefined) return null;
            const place = { index, topPx: start - headerPx };
            // A place keeps its row while filter and order put other pairs there: cheaper than a new row.
            const key = `${item.kind} ${index}`;
            if (item.kind === 'group') return <GroupRow key={key} {...item} {...place} columnCount={shown.length} />;
            return (
              <PairRow
                key={key}
                pair={item.pair}
                findings={findings.get(item.pair.key)}
                shown={shown}
                {...place}
                isSelected={item.pair.key === selected}
                isPinned={pinned.has(item.pair.key)}
              />
            );
          })}
        </div>
      </div>
      {count === 0 && <NothingFound />}
      {isLive && !isFollowing && count > 0 && (
        <button type="button" className="button small to-newest" onClick={follow}>
          <Icon name="newest" size={14} /> {texts.list.toNewest}
        </button>
      )}
    </div>
  );
}

/** Rows beyond the edges are drawn ahead of a slow scroll; one by whole pages would pass over them unseen. */
function useDrawnRange(): (range: Range) => number[] {
  const firstBefore = useRef(0);
  return useCallback((range: Range) => {
    const moved = Math.abs(range.startIndex - firstBefore.current);
    firstBefore.current = range.startIndex;
    const isJump = moved > range.endIndex - range.startIndex;
    return defaultRangeExtractor(isJump ? { ...range, overscan: 0 } : range);
  }, []);
}

function useColumnRoom(scroller: RefObject<HTMLDivElement | null>) {
  const chosen = usePreferences((state) => state.columns);
  const widths = usePreferences((state) => state.columnWidths);
  const { widthPx: roomPx } = useSize(scroller);
  return useMemo(() => {
    const { shown, template } = roomFor(chosen, widths, roomPx);
    return { shown, style: { '--columns': template } as CSSProperties };
  }, [chosen, widths, roomPx]);
}

function pageOf(scroller: RefObject<HTMLDivElement | null>, height: number): number {
  return Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headerPx) / height) - 1);
}

function moveByKey(event: KeyboardEvent, page: number): void {
  const move = moveOfKey(event.key);
  if ((move === null && event.key !== 'Enter') || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  if (move === null) openDetail();
  else movePairCursor(move, page);
}
