/** What is offered under the search field, which of it is under the cursor, and what choosing it makes of the text. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { type CompletionOption, complete } from '../../shared/filter/complete.ts';
import { occurringNow } from '../state/filter.ts';
import { useSavedFilters } from '../state/saved-filters.ts';
import { searchFor } from '../state/view.ts';
import { texts } from '../texts/texts.ts';

type Suggestion = CompletionOption & { from: number; to: number };

export type Suggestions = {
  /** Empty: nothing is shown. */
  list: readonly Suggestion[];
  /** Index of the one that Enter takes; -1 where none is. */
  active: number;
  /** Shows what fits at the place of the text cursor. */
  open(): void;
  close(): void;
  move(by: 1 | -1): void;
  take(index: number): void;
};

export function useSuggestions(query: string, field: RefObject<HTMLInputElement | null>): Suggestions {
  const [list, setList] = useState<readonly Suggestion[]>([]);
  const [active, setActive] = useState(-1);
  const caret = useRef<number | null>(null);

  const show = (next: readonly Suggestion[]) => {
    setList(next);
    setActive(-1);
  };
  // Put where the chosen text ends: React would leave the cursor at the end of all.
  useLayoutEffect(() => {
    if (caret.current === null) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    show(suggestionsFor(query, caret.current));
    caret.current = null;
  });

  return {
    list,
    active,
    open: () => show(suggestionsFor(field.current?.value ?? '', field.current?.selectionStart ?? 0)),
    close: () => show([]),
    move: (by) => setActive((active + by + list.length + (active === -1 && by === -1 ? 1 : 0)) % list.length),
    take: (index) => {
      const chosen = list[index];
      if (chosen === undefined) return;
      const isWhole = !/[:>]$/.test(chosen.insert) && chosen.to === query.length;
      const before = query.slice(0, chosen.from) + chosen.insert + (isWhole ? ' ' : '');
      caret.current = before.length;
      searchFor(before + query.slice(chosen.to));
    },
  };
}

function suggestionsFor(query: string, cursor: number): Suggestion[] {
  const { from, to, options } = complete(query, cursor, occurringNow());
  const saved = query === '' ? useSavedFilters.getState().filters : [];
  return [
    ...saved.map((insert) => ({ insert, label: insert, detail: texts.list.search.saved, from: 0, to: 0 })),
    ...options.map((option) => ({ ...option, from, to })),
  ].filter(({ insert }) => insert !== query.slice(from, to));
}
