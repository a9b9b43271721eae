/** What can be done with the session as a whole. */
import { desktop } from '../connect.ts';
import { pickAndOpen } from '../state/log-preview.ts';
import { closeSession, exportReport, stopRecording } from '../state/session-actions.ts';
import { showDialog } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import type { Action } from './action.ts';
import { isOpen, isRecording, isStored } from './conditions.ts';

const { session: words, recording } = texts.actions;
const network = ['own-browser', 'phones', 'trusted-hosts', 'polling', 'endpoint'] as const;

export const sessionActions: readonly Action[] = [
  { id: 'session.stop', title: words.stop, group: 'session', isPossible: isRecording, run: stopRecording },
  { id: 'session.close', title: words.close, group: 'session', isPossible: isOpen, run: closeSession },
  {
    id: 'session.open',
    title: words.open,
    group: 'session',
    isPossible: () => desktop !== null,
    run: pickAndOpen,
  },
  {
    id: 'session.others',
    title: words.others,
    group: 'session',
    run: () => showDialog('sessions'),
  },
  {
    id: 'session.orders',
    title: words.orders,
    group: 'session',
    run: () => showDialog('orders'),
  },
  {
    id: 'session.label',
    title: words.label,
    group: 'session',
    isPossible: isStored,
    run: () => showDialog('label'),
  },
  {
    id: 'session.sources',
    title: words.sources,
    group: 'session',
    isPossible: isOpen,
    run: () => showDialog('sources'),
  },
  { id: 'session.connect', title: words.connect, group: 'session', run: () => showDialog('connect') },
  {
    id: 'session.delivery',
    title: words.delivery,
    group: 'session',
    isPossible: isRecording,
    run: () => showDialog('delivery'),
  },
  ...network.map(
    (dialog): Action => ({
      id: `recording.${dialog}`,
      title: recording[dialog],
      group: 'session',
      isPossible: isRecording,
      run: () => showDialog(dialog),
    }),
  ),
  ...(['text', 'html', 'json', 'csv', 'ndjson'] as const).map(
    (format): Action => ({
      id: `export.${format}`,
      title: words.report(format),
      group: 'session',
      isPossible: isOpen,
      run: () => exportReport(format),
    }),
  ),
];
