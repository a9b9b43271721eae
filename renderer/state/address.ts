/** The part of the address after `#` tells what the window looks at: a link brings it back, as do Back and Forward. */

import { verdicts } from '../../shared/view/verdict-words.ts';
import { historyStep, type Seen } from './history-step.ts';
import { onForget } from './remembered.ts';
import { useSession } from './session.ts';
import { type PairChoice, type Tab, tabs, useView } from './view.ts';

/** The names that stand in the address. The token of browser mode stands beside them and stays. */
const names = ['tab', 'filter', 'verdict', 'pair'] as const;

/** What an entry of the history holds beside its address: which choice of pairs, and of which session it speaks. */
type Entry = { choice: number | null; file: string | null };

/** Choices name pairs by the thousand: an entry holds only the number of one. */
const choices = new Map<number, PairChoice>();
let choicesSoFar = 0;
onForget(() => choices.clear());

let last: Seen = seenNow();
let lastAt = 0;
let isDue = false;

/** Takes the view from the address now, and keeps both in step from now on. */
export function keepAddress(): void {
  takeAddress(null);
  window.addEventListener('popstate', ({ state }) => takeAddress(entryOf(state)));
  useView.subscribe(() => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(writeAddress);
  });
}

/** `entry`: null for a link that was typed or followed. */
function takeAddress(entry: Entry | null): void {
  const seen = readAddress(location.hash);
  const isOfAnother = entry !== null && entry.file !== openFile();
  last = {
    ...seen,
    selected: isOfAnother ? null : (seen.selected ?? useView.getState().selected),
    isDetailOpen: seen.isDetailOpen && !isOfAnother,
    only: isOfAnother || entry === null || entry.choice === null ? null : (choices.get(entry.choice) ?? null),
  };
  useView.setState(last);
  if (addressOf(last, location.hash) !== location.hash) write('replace', last);
}

/** What a link asks for; what it does not name is as in a new window. */
function readAddress(hash: string): Omit<Seen, 'only'> {
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

/** After all changes of one action: it is one step, however many parts it has. */
function writeAddress(): void {
  isDue = false;
  const now = seenNow();
  const at = performance.now();
  const step = historyStep(last, now, at - lastAt);
  last = now;
  if (step === 'none') return;
  lastAt = at;
  write(step, now);
}

function write(step: 'push' | 'replace', now: Seen): void {
  const address = addressOf(now, location.hash) || location.pathname;
  const entry: Entry = { choice: numberOf(now.only), file: openFile() };
  if (step === 'push') history.pushState(entry, '', address);
  else history.replaceState(entry, '', address);
}

function seenNow(): Seen {
  const { tab, query, verdict, only, selected, isDetailOpen } = useView.getState();
  return { tab, query, verdict, only, selected, isDetailOpen };
}

function numberOf(only: PairChoice | null): number | null {
  if (only === null) return null;
  for (const [number, choice] of choices) if (choice === only) return number;
  choicesSoFar += 1;
  choices.set(choicesSoFar, only);
  return choicesSoFar;
}

function entryOf(state: unknown): Entry | null {
  return typeof state === 'object' && state !== null && 'choice' in state && 'file' in state ? (state as Entry) : null;
}

function openFile(): string | null {
  return useSession.getState().status?.file ?? null;
}
