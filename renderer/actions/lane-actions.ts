/** Looking closer at the lanes, and seeing all of them. */
import { fitLanes, followLanes, zoomLanesIn, zoomLanesOut } from '../state/lanes.ts';
import { texts } from '../texts/texts.ts';
import type { Action } from './action.ts';
import { hasPairs } from './conditions.ts';

export const laneActions: readonly Action[] = [
  { id: 'lanes.fit', title: texts.actions.lanes.fit, group: 'lanes', keys: ['0'], isPossible: hasPairs, run: fitLanes },
  {
    id: 'lanes.follow',
    title: texts.actions.lanes.follow,
    group: 'lanes',
    keys: ['F'],
    isPossible: hasPairs,
    run: followLanes,
  },
  {
    id: 'lanes.nearer',
    title: texts.actions.lanes.nearer,
    group: 'lanes',
    keys: ['+', '='],
    isPossible: hasPairs,
    run: zoomLanesIn,
  },
  {
    id: 'lanes.farther',
    title: texts.actions.lanes.farther,
    group: 'lanes',
    keys: ['-'],
    isPossible: hasPairs,
    run: zoomLanesOut,
  },
];
