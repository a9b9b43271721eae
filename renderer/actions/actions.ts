/** Everything that can be done in the window. */
import type { Action } from './action.ts';
import { helpActions } from './help-actions.ts';
import { historyActions } from './history-actions.ts';
import { laneActions } from './lane-actions.ts';
import { pairActions } from './pair-actions.ts';
import { sessionActions } from './session-actions.ts';
import { viewActions } from './view-actions.ts';

export const actions: readonly Action[] = [
  ...pairActions,
  ...viewActions,
  ...historyActions,
  ...laneActions,
  ...sessionActions,
  ...helpActions,
];

export function possibleActions(): Action[] {
  return actions.filter((action) => action.isPossible?.() ?? true);
}

/** The action of a key, `Mod+k` or `j`; null where the key does nothing now. */
export function actionOfKey(key: string): Action | null {
  return actions.find((action) => action.keys?.includes(key) && (action.isPossible?.() ?? true)) ?? null;
}
