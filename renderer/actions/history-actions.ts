/** Back to what was looked at before, and forward again. */
import { texts } from '../texts/texts.ts';
import type { Action } from './action.ts';
import { isMac } from './key-words.ts';

/** On a Mac, Option with an arrow moves by a word in text. */
const [backKey, forwardKey] = isMac ? ['Mod+[', 'Mod+]'] : ['Alt+ArrowLeft', 'Alt+ArrowRight'];

const back: Action = {
  id: 'history.back',
  title: texts.actions.history.back,
  group: 'view',
  keys: [backKey],
  run: () => history.back(),
};

const forward: Action = {
  id: 'history.forward',
  title: texts.actions.history.forward,
  group: 'view',
  keys: [forwardKey],
  run: () => history.forward(),
};

export const historyActions: readonly Action[] = [back, forward];

/** `button`: as in MouseEvent; the two at the side of a mouse. */
export function actionOfMouse(button: number): Action | null {
  return button === 3 ? back : button === 4 ? forward : null;
}
