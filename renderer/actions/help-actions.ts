/** Finding out what can be done. */
import { showDialog } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import type { Action } from './action.ts';

export const helpActions: readonly Action[] = [
  { id: 'help.keys', title: texts.actions.help.keys, group: 'help', keys: ['?'], run: () => showDialog('shortcuts') },
  {
    id: 'help.palette',
    title: texts.actions.help.palette,
    group: 'help',
    keys: ['Mod+k'],
    run: () => showDialog('palette'),
  },
];
