/** What the lanes say beside the picture; what they say of a pair, a group, a moment is in shared/view/lanes/. */
import { formatCount, plural } from '../../shared/view/plural.ts';

export const lanes = {
  label: 'Lanes',
  grid: 'Lanes, pair by pair',
  eventCount: (events: number) => plural(events, 'event'),
  empty: {
    recording: { browser: 'No Pixel call so far.', server: 'No server event so far.' },
    opened: {
      browser: 'No recording of the browser in here.',
      server: 'No server event in here: add the server’s log.',
    },
  },
  columns: {
    time: 'Time',
    event: 'Event',
    verdict: 'Verdict',
    browser: 'Browser',
    server: 'Server',
    gap: 'Gap',
  },
  controls: {
    label: 'View of the lanes',
    out: { label: 'Zoom out', title: 'Zoom out (−)' },
    in: { label: 'Zoom in', title: 'Zoom in (+)' },
    fit: { label: 'Show all', title: 'Show all (0)' },
    follow: { label: 'Follow the newest', title: 'Follow the newest (F)' },
  },
  /** As short as can be: it stands in a narrow bar. */
  thousands: (thousands: number) => `${formatCount(thousands)}k`,
};
