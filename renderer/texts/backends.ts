/** What the window says around the lines for a server, which are in shared/backends/, and around their check. */
import { formatCount } from '../../shared/view/plural.ts';

export const backends = {
  title: 'Connect a server',
  list: 'What your server runs on',
  areExamples: 'Nothing is recorded now, so the addresses below are examples. Start a recording, and they are its own.',
  limits: 'What cannot be seen',
  tried: 'What was tried',
  copied: (place: string) => `lines: ${place}`,
  check: {
    label: 'Connection check',
    notRecording:
      'Start a recording, without a browser if you like: then each way in is tried here, and the lines hold its addresses.',
    isRunning: 'Sending a marked event through each way…',
    run: 'Check the connection',
    notRun: 'A marked event through each way; it is not stored and does not reach Meta.',
    failed: (ways: number) => (ways === 1 ? 'One way in does not work.' : `${formatCount(ways)} ways in do not work.`),
    hasEvents: 'Events of your server are coming in.',
    works: 'A marked event went through proxy and endpoint; none reached Meta. Now let your server send one.',
    states: { ok: 'Works', waiting: 'Waiting', failed: 'Failed' },
    ways: { endpoint: 'Test endpoint', proxy: 'Proxy', log: 'Server log' },
    otherWay: 'Source',
    noEvent: 'no event yet',
    lastEvent: (clock: string) => `last event ${clock}`,
  },
};
