/** What the window looks at, and how it looks. */
import { tell } from '../state/feedback.ts';
import { prefer, usePreferences } from '../state/preferences.ts';
import { setTheme } from '../state/theme.ts';
import { clearFilter, closeDetail, showDialog, showTab, useView } from '../state/view.ts';
import { switchZone } from '../state/zone.ts';
import type { Action } from './action.ts';
import { hasPairs, isOpen } from './conditions.ts';
import { focusSearch } from './focus-search.ts';

export const viewActions: readonly Action[] = [
  {
    id: 'view.pairs',
    title: 'Show pairs',
    group: 'View',
    keys: ['1', 'p'],
    isPossible: hasPairs,
    run: () => showTab('pairs'),
  },
  {
    id: 'view.findings',
    title: 'Show findings',
    group: 'View',
    keys: ['2', 'f'],
    isPossible: hasPairs,
    run: () => showTab('findings'),
  },
  {
    id: 'view.coverage',
    title: 'Show coverage',
    group: 'View',
    keys: ['3', 'c'],
    isPossible: hasPairs,
    run: () => showTab('coverage'),
  },
  { id: 'view.filter', title: 'Filter', group: 'View', keys: ['/', 'Mod+f'], isPossible: hasPairs, run: focusSearch },
  { id: 'view.clear', title: 'Show all pairs again', group: 'View', isPossible: hasPairs, run: clearFilter },
  {
    id: 'view.back',
    title: 'One step back: close the detail, take the filter away',
    group: 'View',
    keys: ['Escape'],
    isPossible: hasPairs,
    run: stepBack,
  },
  { id: 'view.next-pane', title: 'To the next part of the window', group: 'View', keys: [']'], run: () => movePane(1) },
  { id: 'view.last-pane', title: 'To the part before', group: 'View', keys: ['['], run: () => movePane(-1) },
  {
    id: 'view.density',
    title: 'Compact or regular rows',
    group: 'View',
    isPossible: hasPairs,
    run: () => prefer({ density: usePreferences.getState().density === 'compact' ? 'regular' : 'compact' }),
  },
  {
    id: 'view.note',
    title: 'Write a note on the axis of time',
    group: 'View',
    keys: ['n'],
    isPossible: isOpen,
    run: () => showDialog('notes'),
  },
  { id: 'view.link', title: 'Copy a link to this view', group: 'View', isPossible: hasPairs, run: copyLink },
  { id: 'view.zone', title: 'Times in UTC or as on this machine', group: 'View', run: switchZone },
  {
    id: 'view.settings',
    title: 'Settings and clean up',
    group: 'View',
    keys: [','],
    run: () => showDialog('settings'),
  },
  { id: 'theme.light', title: 'Light', group: 'View', run: () => setTheme('light') },
  { id: 'theme.dark', title: 'Dark', group: 'View', run: () => setTheme('dark') },
  { id: 'theme.system', title: 'Light or dark as the system has it', group: 'View', run: () => setTheme('system') },
];

/** Closes the innermost thing that is open: the detail, then the filter. */
function stepBack(): void {
  if (useView.getState().isDetailOpen) {
    closeDetail();
    document.getElementById('pair-grid')?.focus();
  } else clearFilter();
}

/** Lanes, list, detail: those that are there, in this order. */
const panes = ['.lanes [tabindex="0"]', '#pair-grid, .findings-view, .coverage-view', '.detail-scroller'];

function movePane(by: number): void {
  const there = panes.flatMap((selector) => document.querySelector<HTMLElement>(selector) ?? []);
  const at = there.findIndex((pane) => pane.contains(document.activeElement));
  there[(at + by + there.length) % there.length]?.focus();
}

async function copyLink(): Promise<void> {
  await navigator.clipboard.writeText(location.href);
  tell('Link copied. It works on this machine, while this Twinlane runs.');
}
