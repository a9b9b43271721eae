/** Where the cursor of a list goes for a key: one grammar for list, lanes and findings. */

export type CursorMove = 'next' | 'previous' | 'page-down' | 'page-up' | 'first' | 'last';

/** The index to go to; -1 where the list is empty. `from` is -1 where nothing is chosen yet. */
export function moveCursor(
  move: CursorMove,
  { from, count, page }: { from: number; count: number; page: number },
): number {
  if (count === 0) return -1;
  const target = from < 0 ? entryPoint(move, count) : from + stepOf(move, { count, page });
  return Math.min(count - 1, Math.max(0, target));
}

/** The move that a key stands for; null where it stands for none. */
export function moveOfKey(key: string): CursorMove | null {
  return keys[key] ?? null;
}

const keys: Record<string, CursorMove> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  PageDown: 'page-down',
  PageUp: 'page-up',
  Home: 'first',
  End: 'last',
};

function entryPoint(move: CursorMove, count: number): number {
  return move === 'previous' || move === 'last' ? count - 1 : 0;
}

function stepOf(move: CursorMove, { count, page }: { count: number; page: number }): number {
  switch (move) {
    case 'next':
      return 1;
    case 'previous':
      return -1;
    case 'page-down':
      return page;
    case 'page-up':
      return -page;
    case 'first':
      return -count;
    case 'last':
      return count;
  }
}
