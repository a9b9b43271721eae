/** What stands in the window's history as a step of its own. */
import { expect, it } from 'vitest';
import { type HistoryStep, historyStep, type Seen } from '../../../renderer/state/history-step.ts';

const before: Seen = {
  tab: 'pairs',
  query: 'event:Purchase',
  verdict: null,
  only: null,
  selected: 'p1',
  isDetailOpen: true,
};

const cases: [title: string, change: Partial<Seen>, sinceLastMs: number, step: HistoryStep][] = [
  ['nothing that shows', {}, 5000, 'none'],
  ['another view', { tab: 'findings' }, 5, 'push'],
  ['a verdict', { verdict: 'fallback' }, 5, 'push'],
  ['a choice of pairs', { only: { title: 'x', keys: new Set(['p1']) } }, 5, 'push'],
  ['the detail closed', { isDetailOpen: false }, 5, 'push'],
  ['another pair in the open detail', { selected: 'p2' }, 5000, 'push'],
  ['pairs that pass by under a held key', { selected: 'p2' }, 30, 'replace'],
  ['a letter more in the filter', { query: 'event:Purchases' }, 5000, 'replace'],
  ['a letter less in the filter', { query: 'event:Purchas' }, 5000, 'replace'],
  ['the filter taken away at once', { query: '' }, 5, 'push'],
];

it.each(cases)('%s: the step in the history is as people expect it', (_title, change, sinceLastMs, step) => {
  expect(historyStep(before, { ...before, ...change }, sinceLastMs)).toBe(step);
});

it('the cursor alone, with no detail open, leaves the history as it is', () => {
  const closed = { ...before, isDetailOpen: false };
  expect(historyStep(closed, { ...closed, selected: 'p2' }, 5000)).toBe('none');
});
