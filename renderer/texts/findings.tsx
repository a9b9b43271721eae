/** What the list of findings says around the findings, which are worded in shared/diagnose/. */
import type { ReactNode } from 'react';
import { formatCount, plural } from '../../shared/view/plural.ts';

export const findings = {
  none: 'Nothing to mend: no finding in this session.',
  allKnown: 'All that was found is known. Nothing else is wrong.',
  pairCount: (pairs: number) => plural(pairs, 'pair'),
  timeCount: (times: number) => plural(times, 'time'),
  consequence: (title: string, count: number) => (count > 1 ? `${title} (${formatCount(count)})` : title),
  alsoClears: (titles: string[]) => `Mending it also clears: ${titles.join(', ')}.`,
  showPairs: 'Show in the list',
  fix: 'Fix',
  eventsManager: (name: string) => `Events Manager calls this “${name}”.`,
  stake: {
    orders: (orders: number) => plural(orders, 'order'),
    sum: (amounts: string[]) => amounts.join(' and '),
    atStake: (orders: string, money: ReactNode) => (
      <>
        {orders}, {money} at stake
      </>
    ),
  },
  code: { stacks: 'In the code of', copied: 'the example' },
  pairs: { label: 'Pairs', others: (pairs: number) => `and ${plural(pairs, 'other')}` },
  example: {
    caption: (eventName: string, order: string) => `For example ${eventName} ${order}`,
    captionWithoutOrder: (eventName: string, clock: string) => `For example ${eventName} at ${clock}`,
    field: 'Field',
    side: 'Side',
    now: 'Now',
    wanted: 'As it should be',
    missing: 'missing',
    leftOut: 'left out',
    kept: 'as it is',
  },
  known: {
    mark: 'Mark as known…',
    note: (note: string) => (note === '' ? 'Known' : `Known: ${note}`),
    change: 'Change the note',
    takeBack: 'Not known any more',
    field: 'Note for who meets it next',
    placeholder: 'A note for who meets it next, or none',
    save: 'Mark as known',
    cancel: 'Cancel',
  },
};
