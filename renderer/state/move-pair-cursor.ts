/** Moves the cursor among the pairs of the list, whichever view the key was pressed in. */
import { type CursorMove, moveCursor } from '../../shared/view/move-cursor.ts';
import { listing } from './listing.ts';
import { selectPair, useView } from './view.ts';

/** `page`: rows that a page key passes over. */
export function movePairCursor(move: CursorMove, page = 10): void {
  const pairs = listing().pairs;
  const { selected } = useView.getState();
  const from = pairs.findIndex((pair) => pair.key === selected);
  const target = pairs[moveCursor(move, { from, count: pairs.length, page })];
  if (target !== undefined) selectPair(target.key);
}
