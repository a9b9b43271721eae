/** What this window looks at: selection, filter, open panes. Nothing here is truth about the session. */
import { create } from 'zustand';
import type { Verdict } from '../../shared/model/pair.ts';

export type DialogName =
  | 'shortcuts'
  | 'sources'
  | 'delivery'
  | 'palette'
  | 'label'
  | 'notes'
  | 'connect'
  | 'own-browser'
  | 'phones'
  | 'trusted-hosts'
  | 'endpoint'
  | 'settings'
  | 'preview'
  | 'sessions'
  | 'dropped'
  | 'polling'
  | 'orders';

export const tabs = ['pairs', 'findings', 'coverage'] as const;
export type Tab = (typeof tabs)[number];

/** Some pairs, chosen by what they have in common: a number or a finding that was clicked. */
export type PairChoice = { title: string; keys: ReadonlySet<string> };

export type ViewState = {
  /** Key of the pair under the cursor. */
  selected: string | null;
  isDetailOpen: boolean;
  hovered: string | null;
  query: string;
  verdict: Verdict | null;
  /** Keeps other pairs out of sight, beside the filter. */
  only: PairChoice | null;
  /** Keys of groups of the list that are folded. */
  folded: ReadonlySet<string>;
  tab: Tab;
  dialog: DialogName | null;
};

const atFirst: ViewState = {
  selected: null,
  isDetailOpen: false,
  hovered: null,
  query: '',
  verdict: null,
  only: null,
  folded: new Set(),
  tab: 'pairs',
  dialog: null,
};

export const useView = create<ViewState>(() => atFirst);

/** Moves the cursor; an open detail follows it. */
export function selectPair(selected: string | null): void {
  useView.setState({ selected });
}

export function openPair(selected: string): void {
  useView.setState({ selected, isDetailOpen: true });
}

export function openDetail(): void {
  if (useView.getState().selected !== null) useView.setState({ isDetailOpen: true });
}

export function closeDetail(): void {
  useView.setState({ isDetailOpen: false });
}

export function hoverPair(hovered: string | null): void {
  if (useView.getState().hovered !== hovered) useView.setState({ hovered });
}

/** A second choice of the same verdict takes the filter away. */
export function toggleVerdict(verdict: Verdict | null): void {
  useView.setState((view) => ({ verdict: view.verdict === verdict ? null : verdict }));
}

export function searchFor(query: string): void {
  useView.setState({ query });
}

export function clearFilter(): void {
  useView.setState({ query: '', verdict: null, only: null });
}

/** Shows just these pairs in the list; what was filtered before is taken back. */
export function showOnly(title: string, keys: Iterable<string>): void {
  useView.setState({ only: { title, keys: new Set(keys) }, query: '', verdict: null, tab: 'pairs' });
}

/** The same, by a filter that the person can go on with. */
export function showFiltered(query: string): void {
  useView.setState({ only: null, query, verdict: null, tab: 'pairs' });
}

export function dropChoice(): void {
  useView.setState({ only: null });
}

export function showTab(tab: ViewState['tab']): void {
  useView.setState({ tab });
}

export function showDialog(dialog: DialogName | null): void {
  useView.setState({ dialog });
}

export function toggleGroup(key: string): void {
  const folded = new Set(useView.getState().folded);
  if (!folded.delete(key)) folded.add(key);
  useView.setState({ folded });
}

/** For a new session: nothing chosen, nothing filtered. */
export function resetView(): void {
  useView.setState(atFirst);
}
