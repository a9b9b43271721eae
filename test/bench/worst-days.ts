/** Figures: days that are as hard to pair as can be, against an ordinary one of as many events. */
import { type Figure, round } from './figure.ts';
import { type Checkout, ordinary } from './rig/checkout-facts.ts';
import { median } from './rounds.ts';
import { EVENTS, judge, storeDay, withDays } from './stored-day.ts';

const ROUNDS = 3;

const START = ordinary(0).at;

export const worstDays: Figure[] = [
  worstDay('one-event-id', 'all events with one event_id', (n) => ({ ...ordinary(n), eventId: 'purchase' })),
  worstDay('no-event-ids', 'no event with an event_id', (n) => ({ ...ordinary(n), eventId: null })),
  worstDay('one-visitor', 'all events of one visitor', (n) => ({ ...ordinary(n), visitor: 0 })),
  figureOf({
    name: 'one-event-id-arriving',
    day: 'all events with one event_id and arriving in batches',
    checkoutOf: (n) => ({ ...ordinary(n), eventId: 'purchase' }),
    how: 'arriving',
  }),
  worstDay('one-second', 'all events within one second', (n) => ({ ...ordinary(n), at: START + (n % 1_000) })),
];

function worstDay(name: string, day: string, checkoutOf: (n: number) => Checkout): Figure {
  return figureOf({ name, day, checkoutOf, how: 'atOnce' });
}

type WorstDay = { name: string; day: string; checkoutOf(n: number): Checkout; how: Parameters<typeof judge>[1] };

function figureOf({ name, day, checkoutOf, how }: WorstDay): Figure {
  return {
    name: `worst-${name}`,
    what: `a stored session judged, ${day}, against an ordinary one of as many events`,
    unit: 'times',
    goal: { atMost: 2 },
    async measure() {
      const [plain, worst] = [storeDay(EVENTS), storeDay(EVENTS, checkoutOf)];
      const rounds = withDays([plain, worst], () =>
        Array.from({ length: ROUNDS }, () => ({ plain: judge(plain, how).ms, worst: judge(worst, how).ms })),
      );
      const [plainMs, worstMs] = [median(rounds.map((each) => each.plain)), median(rounds.map((each) => each.worst))];
      return {
        value: round(worstMs / plainMs),
        detail: `${EVENTS} Pixel calls and as many server events: ordinary ${Math.round(plainMs)} ms, ${name} ${Math.round(worstMs)} ms`,
      };
    },
  };
}
