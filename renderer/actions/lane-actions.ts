/** Looking closer at the lanes, and seeing all of them. */
import { fitLanes, followLanes, zoomLanesIn, zoomLanesOut } from '../state/lanes.ts';
import type { Action } from './action.ts';
import { hasPairs } from './conditions.ts';

export const laneActions: readonly Action[] = [
  { id: 'lanes.fit', title: 'See all of the lanes', group: 'Lanes', keys: ['0'], isPossible: hasPairs, run: fitLanes },
  {
    id: 'lanes.follow',
    title: 'Follow the newest',
    group: 'Lanes',
    keys: ['F'],
    isPossible: hasPairs,
    run: followLanes,
  },
  { id: 'lanes.nearer', title: 'Nearer', group: 'Lanes', keys: ['+', '='], isPossible: hasPairs, run: zoomLanesIn },
  { id: 'lanes.farther', title: 'Farther', group: 'Lanes', keys: ['-'], isPossible: hasPairs, run: zoomLanesOut },
];
