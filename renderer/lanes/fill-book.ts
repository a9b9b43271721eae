/** Fills a book with all rows: at once where they are few, else a few milliseconds at a time, so that nothing waits. */
import type { LaneBook, LaneNews } from '../../shared/view/lanes/lane-book.ts';
import { momentsOf } from '../../shared/view/moments.ts';
import type { SessionRows } from '../../shared/view/session-rows.ts';

export type Filling = {
  stop(): void;
  /** Comes after all that is being filled in. */
  add(news: LaneNews): void;
};

const atOnce = 4000;
const portion = 500;
const sliceMs = 6;

/** Null where all is in at once; else `done` is called when it is. */
export function fillBook(book: LaneBook, rows: SessionRows, done: () => void): Filling | null {
  book.setMoments(momentsOf(rows));
  const { events, pairs } = rows;
  if (events.size <= atOnce) {
    book.take({ events: events.values(), pairs: pairs.values(), removedPairs: [] });
    return null;
  }
  const portions = inPortions(rows);
  const later: LaneNews[] = [];
  let timer = 0;
  const fill = () => {
    const until = performance.now() + sliceMs;
    while (performance.now() < until) {
      const news = portions.next().value ?? later.shift();
      if (news === undefined) return done();
      book.take(news);
    }
    timer = window.setTimeout(fill);
  };
  timer = window.setTimeout(fill);
  return { stop: () => window.clearTimeout(timer), add: (news) => void later.push(news) };
}

/** Pairs refer to events: those come first. */
function* inPortions({ events, pairs }: SessionRows): Generator<LaneNews, undefined> {
  const nothing: LaneNews = { events: [], pairs: [], removedPairs: [] };
  for (const some of chunks(events.values())) yield { ...nothing, events: some };
  for (const some of chunks(pairs.values())) yield { ...nothing, pairs: some };
  return undefined;
}

function* chunks<T>(all: Iterable<T>): Generator<T[]> {
  let some: T[] = [];
  for (const each of all) {
    some.push(each);
    if (some.length < portion) continue;
    yield some;
    some = [];
  }
  yield some;
}
