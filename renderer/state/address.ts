/** The part of the address after `#` tells what the window looks at: a link brings it back, as do Back and Forward. */

import { verdicts } from '../../shared/view/verdict-words.ts';
import { type Tab, tabs, useView, type ViewState } from './view.ts';

type Seen = Pick<ViewState, 'tab' | 'query' | 'verdict' | 'selected' | 'isDetailOpen'>;

/** The names that stand in the address. The token of browser mode stands beside them and stays. */
const names = ['tab', 'filter', 'verdict', 'pair'] as const;

/** Takes the view from the address now, and keeps both in step from now on. */
export function keepAddress(): void {
  takeAddress();
  window.addEventListener('hashchange', takeAddress);
  useView.subscribe(writeAddress);
}

function takeAddress(): void {
  const seen = readAddress(location.hash);
  if (addressOf(useView.getState(), location.hash) !== location.hash) useView.setState(seen);
}

/** What a link asks for; what it does not name is as in a new window. */
function readAddress(hash: string): Seen {
  const asked = new URLSearchParams(hash.slice(1));
  const pair = asked.get('pair');
  return {
    tab: tabs.find((tab) => tab === asked.get('tab')) ?? 'pairs',
    query: asked.get('filter') ?? '',
    verdict: verdicts.find((verdict) => verdict === asked.get('verdict')) ?? null,
    selected: pair,
    isDetailOpen: pair !== null,
  };
}

/** `hash` with what the window looks at in it. */
function addressOf({ tab, query, verdict, selected, isDetailOpen }: Seen, hash: string): string {
  const parts = new URLSearchParams(hash.slice(1));
  const values: Record<(typeof names)[number], string | null> = {
    tab: tab === 'pairs' ? null : (tab satisfies Tab),
    filter: query.trim() === '' ? null : query,
    verdict,
    pair: isDetailOpen ? selected : null,
  };
  for (const name of names) {
    const value = values[name];
    if (value === null) parts.delete(name);
    else parts.set(name, value);
  }
  const text = parts.toString();
  return text === '' ? '' : `#${text}`;
}

/** Each step of a person would fill the history: only the newest view stands in it. */
function writeAddress(view: ViewState): void {
  const hash = addressOf(view, location.hash);
  if (hash !== location.hash) history.replaceState(null, '', hash === '' ? location.pathname : hash);
}
