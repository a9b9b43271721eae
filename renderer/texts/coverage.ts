/** What the pictures of the measures say; their notes and the names of causes come from shared/measure/. */
import type { Side } from '../../shared/model/event.ts';
import { formatCount, plural } from '../../shared/view/plural.ts';

export const coverage = {
  share: (part: number, of: number) => `${formatCount(part)} of ${formatCount(of)}`,
  counts: {
    title: 'Does Meta learn of what happened?',
    happened: 'Actions happened',
    known: 'Meta knows of',
    counted: 'Meta counts',
    orders: 'Orders',
    ordersOfBrowser: 'reported by the Pixel',
    ordersOfServer: 'reported by the server',
    ordersCounted: 'counted by Meta',
    causes: 'What makes the difference',
    isEven: 'Each action is counted once.',
  },
  twins: {
    title: 'Do Pixel events have a server twin?',
    show: (eventName: string) => `Show ${eventName} without a twin that Meta joins`,
  },
  gaps: {
    title: 'How far apart are the two copies?',
    column: (pairs: number, range: string) => `${plural(pairs, 'pair')}, ${range}`,
    note: (pairs: number) =>
      `Server time minus browser time, over ${plural(pairs, 'pair')} with both sides. Meta joins them within 48 hours.`,
  },
  delays: {
    title: 'How soon do server events leave?',
    none: 'No source tells when its events were sent.',
    lateAround: (clock: string) => `sent late around ${clock}`,
    underOneSecond: '< 1 s',
    column: (events: number, median: string, slowest: string) =>
      `${plural(events, 'event')}, median ${median}, slowest ${slowest}`,
  },
  agreement: {
    title: 'Do the two copies say the same?',
    allAgree: (field: string) => `All agree in ${field}`,
    show: (field: string) => `Show the pairs that differ in ${field}`,
    differing: (field: string) => `differing in ${field}`,
  },
  keys: {
    title: 'By which keys can Meta find the person?',
    event: 'Event',
    side: 'Side',
    sides: { browser: 'browser', server: 'server' },
    /** Long names would widen their columns for nothing. */
    short: { client_ip_address: 'ip', client_user_agent: 'agent', external_id: 'ext. id' },
    cell: ({ key, having, of, side }: { key: string; having: number; of: number; side: Side }) =>
      `${key}: ${formatCount(having)} of ${formatCount(of)} ${side} events`,
  },
};
