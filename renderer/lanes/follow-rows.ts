/** Keeps a book of the lanes as the rows are: push by push where it can, from the start and bit by bit where it must. */
import { createLaneBook, type LaneBook } from '../../shared/view/lanes/lane-book.ts';
import { momentsOf } from '../../shared/view/moments.ts';
import type { SessionRows } from '../../shared/view/session-rows.ts';
import { useSession } from '../state/session.ts';
import { type Filling, fillBook } from './fill-book.ts';

export type FollowedBook = {
  /** Fills the book the first time it is called: until then there are no lanes to paint. */
  start(): void;
  book(): LaneBook;
  /** False before the start, and while a long session is still being filled in. */
  isReady(): boolean;
  close(): void;
};

/** `before` is called while the book is still as it was; `after` says whether it is a new one. Both only of a ready one. */
export function followRows({ before, after }: { before(): void; after(isNew: boolean): void }): FollowedBook {
  let taken = useSession.getState().rows;
  let book = createLaneBook();
  let filling: Filling | null = null;
  let hasStarted = false;

  const begin = (rows: SessionRows) => {
    filling?.stop();
    book = createLaneBook();
    filling = fillBook(book, rows, () => {
      filling = null;
      after(true);
    });
  };
  const takeNews = (rows: SessionRows, change: Change) => {
    if (change === 'all') begin(rows);
    else if (change === 'next' && rows.last !== null) (filling ?? { add: book.take }).add(rows.last);
    if (change !== 'all' && hasOtherMoments(rows, taken)) book.setMoments(momentsOf(rows));
  };
  const take = (rows: SessionRows) => {
    if (rows === taken) return;
    if (!hasStarted) {
      taken = rows;
      return;
    }
    if (filling === null) before();
    const change = changeBetween(taken, rows);
    takeNews(rows, change);
    taken = rows;
    if (filling === null) after(change === 'all');
  };
  const stop = useSession.subscribe(({ rows }) => take(rows));
  return {
    start() {
      if (hasStarted) return;
      hasStarted = true;
      begin(taken);
      if (filling === null) after(true);
    },
    book: () => book,
    isReady: () => hasStarted && filling === null,
    close() {
      filling?.stop();
      stop();
    },
  };
}

type Change = 'none' | 'next' | 'all';

function changeBetween(before: SessionRows, now: SessionRows): Change {
  if (now.events === before.events && now.pairs === before.pairs) return 'none';
  return now.last !== null && now.version === before.version + 1 ? 'next' : 'all';
}

function hasOtherMoments(now: SessionRows, before: SessionRows): boolean {
  return now.marks !== before.marks || now.steps !== before.steps || now.pageLoads !== before.pageLoads;
}
