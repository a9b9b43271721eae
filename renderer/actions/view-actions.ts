/** What the window looks at, and how it looks. */
import { tell } from '../state/feedback.ts';
import { prefer, usePreferences } from '../state/preferences.ts';
import { setTheme } from '../state/theme.ts';
import { clearFilter, closeDetail, showDialog, showTab, useView } from '../state/view.ts';
import { switchZone } from '../state/zone.ts';
import { texts } from '../texts/texts.ts';
import type { Action } from './action.ts';
import { hasPairs, isOpen } from './conditions.ts';
import { focusSearch } from './focus-search.ts';

const words = texts.actions.view;

export const viewActions: readonly Action[] = [
  {
    id: 'view.pairs',
    title: words.pairs,
    group: 'view',
    keys: ['1', 'p'],
    isPossible: hasPairs,
    run: () => showTab('pairs'),
  },
  {
    id: 'view.findings',
    title: words.findings,
    group: 'view',
    keys: ['2', 'f'],
    isPossible: hasPairs,
    run: () => showTab('findings'),
  },
  {
    id: 'view.coverage',
    title: words.coverage,
    group: 'view',
    keys: ['3', 'c'],
    isPossible: hasPairs,
    run: () => showTab('coverage'),
  },
  {
    id: 'view.filter',
    title: words.filter,
    group: 'view',
    keys: ['/', 'Mod+f'],
    isPossible: hasPairs,
    run: focusSearch,
  },
  { id: 'view.clear', title: words.clearFilter, group: 'view', isPossible: hasPairs, run: clearFilter },
  {
    id: 'view.back',
    title: words.back,
    group: 'view',
    keys: ['Escape'],
    isPossible: hasPairs,
    run: stepBack,
  },
  { id: 'view.next-pane', title: words.nextPane, group: 'view', keys: [']'], run: () => movePane(1) },
  { id: 'view.last-pane', title: words.previousPane, group: 'view', keys: ['['], run: () => movePane(-1) },
  {
    id: 'view.density',
    title: words.density,
    group: 'view',
    isPossible: hasPairs,
    run: () => prefer({ density: usePreferences.getState().density === 'compact' ? 'regular' : 'compact' }),
  },
  {
    id: 'view.note',
    title: words.note,
    group: 'view',
    keys: ['n'],
    isPossible: isOpen,
    run: () => showDialog('notes'),
  },
  { id: 'view.link', title: words.link, group: 'view', isPossible: hasPairs, run: copyLink },
  { id: 'view.zone', title: words.zone, group: 'view', run: switchZone },
  {
    id: 'view.settings',
    title: words.settings,
    group: 'view',
    keys: [','],
    run: () => showDialog('settings'),
  },
  { id: 'theme.light', title: words.light, group: 'view', run: () => setTheme('light') },
  { id: 'theme.dark', title: words.dark, group: 'view', run: () => setTheme('dark') },
  { id: 'theme.system', title: words.system, group: 'view', run: () => setTheme('system') },
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
  tell(words.linkCopied);
}
