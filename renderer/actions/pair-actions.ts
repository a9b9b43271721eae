/** Moving among the pairs, and what can be done with the selected one. */
import { togglePin } from '../state/marks.ts';
import { movePairCursor } from '../state/move-pair-cursor.ts';
import { openDetail, useView } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import type { Action } from './action.ts';
import { hasPairs, hasSelection } from './conditions.ts';

export const pairActions: readonly Action[] = [
  {
    id: 'pair.next',
    title: texts.actions.pair.next,
    group: 'pair',
    keys: ['j', 'ArrowDown'],
    isPossible: hasPairs,
    run: () => movePairCursor('next'),
  },
  {
    id: 'pair.previous',
    title: texts.actions.pair.previous,
    group: 'pair',
    keys: ['k', 'ArrowUp'],
    isPossible: hasPairs,
    run: () => movePairCursor('previous'),
  },
  {
    id: 'pair.first',
    title: texts.actions.pair.first,
    group: 'pair',
    keys: ['Home'],
    isPossible: hasPairs,
    run: () => movePairCursor('first'),
  },
  {
    id: 'pair.last',
    title: texts.actions.pair.last,
    group: 'pair',
    keys: ['End'],
    isPossible: hasPairs,
    run: () => movePairCursor('last'),
  },
  {
    id: 'pair.open',
    title: texts.actions.pair.open,
    group: 'pair',
    keys: ['Enter'],
    isPossible: hasSelection,
    run: openDetail,
  },
  {
    id: 'pair.pin',
    title: texts.actions.pair.pin,
    group: 'pair',
    keys: ['m'],
    isPossible: hasSelection,
    run: () => {
      const { selected } = useView.getState();
      if (selected !== null) togglePin(selected);
    },
  },
];
