/** Figure: from a keystroke in the search field to the pairs that stay, in a session of 100,000. */
import { createPairFilter } from '../../shared/filter/pair-filter.ts';
import { parseFilter } from '../../shared/filter/parse.ts';
import type { FilterRows } from '../../shared/filter/subject-index.ts';
import { eventRowOf, findingOf, pairOf } from '../support/view-rows.ts';
import { type Figure, round } from './figure.ts';
import { median, percentile } from './rounds.ts';

const PAIRS = 100_000;
const typed = [
  'purchase thanks order-1000',
  'event:Purchase channel:server paired:no issue:id-mismatch missing:em',
  'gap>5s url:*checkout* has:fbc -event:PageView',
  '(verdict:browser-only or value>100) id:order-99* delay>1m',
];
const times = 3;

export const filterKeystroke: Figure = {
  name: 'filter-keystroke',
  what: 'a key typed into the search field until the pairs that stay are known, session of 100,000 pairs, 95th percentile',
  unit: 'ms',
  goal: { atMost: 100 },
  async measure() {
    const rows = manyRows();
    const delays: number[] = [];
    const waits: number[] = [];
    for (const text of Array.from({ length: times }, () => typed).flat()) {
      let filterPairs = createPairFilter(rows);
      waits.push(
        time(() => {
          filterPairs = createPairFilter(rows);
          while (filterPairs.prepare());
        }),
      );
      for (let end = 1; end <= text.length; end += 1) {
        const press = () => {
          const reading = parseFilter(text.slice(0, end));
          if (reading.ok) filterPairs.keep(reading.filter);
        };
        delays.push(time(press));
      }
    }
    return {
      value: round(percentile(delays, 0.95)),
      detail: `median ${round(median(delays))} ms of ${delays.length} keys, slowest ${round(Math.max(...delays))} ms; made ready when the field is entered, in pieces, ${Math.round(median(waits))} ms in all`,
    };
  },
};

function time(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

const names = ['PageView', 'ViewContent', 'AddToCart', 'InitiateCheckout', 'Purchase'];

/** Rows as a window holds them: of a fifth of the pairs one side is missing, a tenth has a finding. */
function manyRows(): FilterRows {
  const numbers = Array.from({ length: PAIRS }, (_, n) => n);
  const events = numbers.flatMap((n) => [rowOf(n, 'b'), ...(n % 5 === 0 ? [] : [rowOf(n, 's')])]);
  const pairs = numbers.map((n) =>
    pairOf({
      key: `pair-b${n}`,
      eventName: nameOf(n),
      verdict: n % 5 === 0 ? 'browser-only' : n % 7 === 0 ? 'double-counted' : 'deduplicated',
      browser: [`b${n}`],
      server: n % 5 === 0 ? [] : [`s${n}`],
      order: n % 5 === 4 ? String(100_000 + n) : null,
      gapMs: n % 5 === 0 ? null : (n % 90) * 100,
      at: n * 400,
    }),
  );
  const findings = numbers
    .filter((n) => n % 10 === 0)
    .map((n) => findingOf({ code: n % 20 === 0 ? 'id.mismatch' : 'key.missing-fbp', pair: `pair-b${n}` }));
  return {
    pairs,
    events: new Map(events.map((event) => [event.id, event])),
    findings: new Map(findings.map((finding) => [finding.key, finding])),
  };
}

function nameOf(n: number): string {
  return names[n % names.length] ?? 'PageView';
}

function rowOf(n: number, side: 'b' | 's') {
  return eventRowOf({
    id: `${side}${n}`,
    eventName: nameOf(n),
    eventId: `order-${100_000 + n}`,
    url: `https://shop.example/${n % 3 === 0 ? 'checkout' : 'thanks'}?step=${n % 11}&product=sku-${n % 97}`,
    keys: ['em', 'fbp', ...(n % 4 === 0 ? ['fbc'] : []), 'value', 'currency', 'content_ids'],
    value: 10 + (n % 150),
    currency: 'EUR',
    at: n * 400,
    seenAt: n * 400 + (n % 13 === 0 ? 70_000 : 300),
  });
}
