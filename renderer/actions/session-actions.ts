/** What can be done with the session as a whole. */
import { desktop } from '../connect.ts';
import { pickAndOpen } from '../state/log-preview.ts';
import { closeSession, exportReport, stopRecording } from '../state/session-actions.ts';
import { showDialog } from '../state/view.ts';
import type { Action } from './action.ts';
import { isOpen, isRecording, isStored } from './conditions.ts';

const network = [
  { dialog: 'own-browser', title: 'Start a browser of your own' },
  { dialog: 'phones', title: 'Record a phone' },
  { dialog: 'trusted-hosts', title: 'Trusted hosts' },
  { dialog: 'polling', title: 'Poll an address, or correct one' },
  { dialog: 'endpoint', title: 'Test endpoint: strict or lenient, send on to Meta' },
] as const;

export const sessionActions: readonly Action[] = [
  { id: 'session.stop', title: 'Stop recording', group: 'Session', isPossible: isRecording, run: stopRecording },
  { id: 'session.close', title: 'Close the session', group: 'Session', isPossible: isOpen, run: closeSession },
  {
    id: 'session.open',
    title: 'Open a recording, log or session',
    group: 'Session',
    isPossible: () => desktop !== null,
    run: pickAndOpen,
  },
  {
    id: 'session.others',
    title: 'Open another session, here or in another window',
    group: 'Session',
    run: () => showDialog('sessions'),
  },
  {
    id: 'session.orders',
    title: 'How orders are read: columns and time zone',
    group: 'Session',
    run: () => showDialog('orders'),
  },
  {
    id: 'session.label',
    title: 'Name and note of the session',
    group: 'Session',
    isPossible: isStored,
    run: () => showDialog('label'),
  },
  { id: 'session.sources', title: 'Sources', group: 'Session', isPossible: isOpen, run: () => showDialog('sources') },
  { id: 'session.connect', title: 'Connect a server', group: 'Session', run: () => showDialog('connect') },
  {
    id: 'session.delivery',
    title: 'Hold or forward',
    group: 'Session',
    isPossible: isRecording,
    run: () => showDialog('delivery'),
  },
  ...network.map(
    ({ dialog, title }): Action => ({
      id: `recording.${dialog}`,
      title,
      group: 'Session',
      isPossible: isRecording,
      run: () => showDialog(dialog),
    }),
  ),
  ...(['text', 'html', 'json', 'csv', 'ndjson'] as const).map(
    (format): Action => ({
      id: `export.${format}`,
      title: `Save the report as ${format === 'text' ? 'text' : format.toUpperCase()}`,
      group: 'Session',
      isPossible: isOpen,
      run: () => exportReport(format),
    }),
  ),
];
