/** What a change of the view means to Back and Forward: a step of its own, or more of the step that it belongs to. */
import type { ViewState } from './view.ts';

export type Seen = Pick<ViewState, 'tab' | 'query' | 'verdict' | 'only' | 'selected' | 'isDetailOpen'>;

/** `push`: Back returns to what was seen before. `replace`: the newest step is written over. */
export type HistoryStep = 'none' | 'replace' | 'push';

/** Pairs that pass by faster than this, as under a held key, are one step. */
const passingMs = 600;

/** `sinceLastMs`: time since the change before this one. */
export function historyStep(before: Seen, now: Seen, sinceLastMs: number): HistoryStep {
  const isElsewhere =
    now.tab !== before.tab ||
    now.verdict !== before.verdict ||
    now.only !== before.only ||
    now.isDetailOpen !== before.isDetailOpen ||
    isCleared(before.query, now.query);
  if (isElsewhere) return 'push';
  if (now.isDetailOpen && now.selected !== before.selected) return sinceLastMs < passingMs ? 'replace' : 'push';
  return now.query === before.query ? 'none' : 'replace';
}

/** Taken away at once, not letter by letter. */
function isCleared(before: string, now: string): boolean {
  return now === '' && before.length > 1;
}
