/** Moving among the pairs, and what can be done with the selected one. */
import { togglePin } from '../state/marks.ts';
import { movePairCursor } from '../state/move-pair-cursor.ts';
import { openDetail, useView } from '../state/view.ts';
import type { Action } from './action.ts';
import { hasPairs, hasSelection } from './conditions.ts';

export const pairActions: readonly Action[] = [
  {
    id: 'pair.next',
    title: 'Next pair',
    group: 'Pair',
    keys: ['j', 'ArrowDown'],
    isPossible: hasPairs,
    run: () => movePairCursor('next'),
  },
  {
    id: 'pair.previous',
    title: 'Previous pair',
    group: 'Pair',
    keys: ['k', 'ArrowUp'],
    isPossible: hasPairs,
    run: () => movePairCursor('previous'),
  },
  {
    id: 'pair.first',
    title: 'First pair',
    group: 'Pair',
    keys: ['Home'],
    isPossible: hasPairs,
    run: () => movePairCursor('first'),
  },
  {
    id: 'pair.last',
    title: 'Newest pair',
    group: 'Pair',
    keys: ['End'],
    isPossible: hasPairs,
    run: () => movePairCursor('last'),
  },
  {
    id: 'pair.open',
    title: 'Open the pair',
    group: 'Pair',
    keys: ['Enter'],
    isPossible: hasSelection,
    run: openDetail,
  },
  {
    id: 'pair.pin',
    title: 'Pin the pair, or take the pin away',
    group: 'Pair',
    keys: ['m'],
    isPossible: hasSelection,
    run: () => {
      const { selected } = useView.getState();
      if (selected !== null) togglePin(selected);
    },
  },
];
