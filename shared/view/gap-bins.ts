/** How far apart the two copies of an action are, sorted into steps that a person can tell apart. */
import type { Pair } from '../model/pair.ts';

/** From `fromMs` (included) to `toMs` (left out); null: no bound. `query` asks for the same in the filter language. */
export type GapBin = { label: string; fromMs: number | null; toMs: number | null; query: string; count: number };

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Server times are whole seconds: what seems up to a second early is not early. */
const steps: readonly Omit<GapBin, 'count'>[] = [
  { label: 'early', fromMs: null, toMs: -second, query: 'gap<-1s' },
  { label: '< 1 s', fromMs: -second, toMs: second, query: 'gap>=-1s gap<1s' },
  { label: '< 5 s', fromMs: second, toMs: 5 * second, query: 'gap>=1s gap<5s' },
  { label: '< 30 s', fromMs: 5 * second, toMs: 30 * second, query: 'gap>=5s gap<30s' },
  { label: '< 5 min', fromMs: 30 * second, toMs: 5 * minute, query: 'gap>=30s gap<5m' },
  { label: '< 1 h', fromMs: 5 * minute, toMs: hour, query: 'gap>=5m gap<1h' },
  { label: '< 48 h', fromMs: hour, toMs: 48 * hour, query: 'gap>=1h gap<48h' },
  { label: '≥ 48 h', fromMs: 48 * hour, toMs: null, query: 'gap>=48h' },
];

/** Pairs with both sides, by their gap; every step is there, also the empty ones. */
export function gapBins(pairs: Iterable<Pick<Pair, 'gapMs'>>): GapBin[] {
  const bins = steps.map((step) => ({ ...step, count: 0 }));
  for (const { gapMs } of pairs) {
    if (gapMs === null) continue;
    const bin = bins.find(({ fromMs, toMs }) => gapMs >= (fromMs ?? gapMs) && (toMs === null || gapMs < toMs));
    if (bin !== undefined) bin.count += 1;
  }
  return bins;
}
