/** Finding out what can be done. */
import { showDialog } from '../state/view.ts';
import type { Action } from './action.ts';

export const helpActions: readonly Action[] = [
  { id: 'help.keys', title: 'All keys', group: 'Help', keys: ['?'], run: () => showDialog('shortcuts') },
  { id: 'help.palette', title: 'Find an action', group: 'Help', keys: ['Mod+k'], run: () => showDialog('palette') },
];
