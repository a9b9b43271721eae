/**
 * Keeps the list where its reader wants it: at the newest while it stands at its end, at the selected row when the
 * selection moves, and still when rows come or go above what is being read.
 */
import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ListItem, Listing } from '../state/listing.ts';
import { useSession } from '../state/session.ts';

type Needs = {
  rows: Virtualizer<HTMLDivElement, Element>;
  listing: Listing;
  scroller: RefObject<HTMLDivElement | null>;
  selectedIndex: number;
};

const isRecording = () => useSession.getState().status?.capture.state === 'recording';
/** Nearer to the end than this counts as standing at it. */
const nearPx = 32;

export function useFollow({ rows, listing, scroller, selectedIndex }: Needs) {
  const [isFollowing, setIsFollowing] = useState(isRecording);
  const last = listing.count - 1;

  useStillness({ rows, listing, scroller, isFollowing });
  useEffect(() => {
    if (isFollowing && last >= 0) rows.scrollToIndex(last, { align: 'end' });
  }, [isFollowing, last, rows]);
  useEffect(() => {
    if (selectedIndex >= 0) rows.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [selectedIndex, rows]);

  // Not `getTotalSize`: that counts rows that are still to come.
  const endPx = rows.options.scrollMargin + listing.count * rows.options.estimateSize(0);
  const isAtEnd = last >= 0 && endPx - (rows.scrollOffset ?? 0) - (rows.scrollRect?.height ?? 0) < nearPx;
  useEffect(() => {
    if (isAtEnd && isRecording()) setIsFollowing(true);
  }, [isAtEnd]);

  const onScroll = () => {
    const list = scroller.current;
    if (list !== null) setIsFollowing(list.scrollHeight - list.scrollTop - list.clientHeight < nearPx);
  };
  return { isFollowing, follow: () => setIsFollowing(true), onScroll };
}

/** Rows that come in above the first row in sight push the scroll position on, not the row. */
function useStillness({
  rows,
  listing,
  scroller,
  isFollowing,
}: Omit<Needs, 'selectedIndex'> & { isFollowing: boolean }) {
  const before = useRef<{ listing: Listing; first: ListItem | undefined; index: number }>(null);
  useLayoutEffect(() => {
    const list = scroller.current;
    const known = before.current;
    const topPx = rows.scrollOffset ?? 0;
    if (list !== null && known !== null && known.listing !== listing && !isFollowing && topPx > 0) {
      const now = placeOf(known, listing);
      const rowPx = rows.options.estimateSize(0);
      if (now > known.index) list.scrollTop += (now - known.index) * rowPx;
    }
    const index = firstInSight(rows, topPx);
    before.current = { listing, first: listing.itemAt(index), index };
  });
}

/** `topPx`: as the list last told it; asking the element itself would have the page laid out in the middle of a frame. */
function firstInSight(rows: Needs['rows'], topPx: number): number {
  return rows.getVirtualItems().find((row) => row.end > topPx + rows.options.scrollMargin)?.index ?? 0;
}

/** Where the row that stood first stands now; rows only move down while pairs come in. */
function placeOf({ first, index }: { first: ListItem | undefined; index: number }, listing: Listing): number {
  const key = first?.kind === 'pair' ? first.pair.key : null;
  if (key === null) return index;
  const now = listing.indexOf(key);
  return now === -1 ? index : now;
}
