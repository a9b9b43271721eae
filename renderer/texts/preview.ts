/** What is said of a log before it is taken; what was found in it is worded in shared/view/preview-words.ts. */
import { formatCount } from '../../shared/view/plural.ts';

export const preview = {
  title: (logs: number) => (logs === 1 ? 'What is in this log' : `What is in these ${formatCount(logs)} logs`),
  cancel: 'Cancel',
  take: 'Take it',
  facts: { form: 'Written as', events: 'Events', datasets: 'Datasets', time: 'Time', leftOut: 'Left out' },
  span: (from: string, until: string) => `${from} to ${until}`,
  more: (names: number) => `and ${formatCount(names)} more`,
  untold: (events: number) => `not told by the log ${formatCount(events)}`,
  problems: 'Which records cannot be read, and why',
};
