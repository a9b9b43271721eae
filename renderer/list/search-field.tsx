/** The filter of the pairs: words and keys (shared/filter/SPEC.md), with what may stand at the cursor offered below. */
import { type KeyboardEvent, useRef, useState } from 'react';
import { prepareFilter, useFilterFault } from '../state/filter.ts';
import { searchFor, useView } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';
import { SearchHelp } from './search-help.tsx';
import { SearchTools } from './search-tools.tsx';
import { type Suggestions, useSuggestions } from './use-suggestions.ts';
import './search-field.css';

export const searchFieldId = 'pair-search';
const listId = 'pair-search-list';
const faultId = 'pair-search-fault';

export function SearchField() {
  const query = useView((state) => state.query);
  const [hasFocus, setHasFocus] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const suggestions = useSuggestions(query, field);
  const fault = useFilterFault();
  const shownFault = fault !== null && !(fault.isUnfinished && hasFocus) ? fault : null;
  const { list, active } = suggestions;
  return (
    <div className="search-field">
      <Icon name="search" size={14} />
      <input
        ref={field}
        id={searchFieldId}
        className="field"
        type="text"
        role="combobox"
        aria-label={texts.list.search.label}
        aria-expanded={list.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active === -1 ? undefined : `${listId}-${active}`}
        aria-invalid={shownFault !== null}
        aria-describedby={shownFault === null ? undefined : faultId}
        placeholder={texts.list.search.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          searchFor(event.target.value);
          suggestions.open();
        }}
        onFocus={() => {
          setHasFocus(true);
          prepareFilter();
        }}
        onBlur={() => {
          setHasFocus(false);
          suggestions.close();
        }}
        onClick={suggestions.open}
        onKeyDown={(event) => onKey(event, query, suggestions)}
      />
      <SearchTools query={query} isSound={fault === null} field={field} />
      <SearchHelp {...suggestions} fault={shownFault} query={query} ids={{ list: listId, fault: faultId }} />
    </div>
  );
}

/** Arrows go through what is offered, Enter and Tab take it, Escape closes it; without an offer they lead on. */
function onKey(event: KeyboardEvent<HTMLInputElement>, query: string, suggestions: Suggestions): void {
  const act = actionOf(event, query, suggestions);
  if (act === null) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

function actionOf(
  { key, altKey, currentTarget }: KeyboardEvent<HTMLInputElement>,
  query: string,
  { list, active, move, take, open, close }: Suggestions,
): (() => void) | null {
  const isOpen = list.length > 0;
  if (active !== -1 && (key === 'Enter' || key === 'Tab')) return () => take(active);
  if (isOpen && key === 'ArrowDown') return () => move(1);
  if (isOpen && key === 'ArrowUp') return () => move(-1);
  if (isOpen && key === 'Escape') return close;
  if (altKey && key === 'ArrowDown') return open;
  if (key === 'Enter' || key === 'ArrowDown') return toGrid;
  if (key !== 'Escape') return null;
  return query === '' ? () => currentTarget.blur() : () => searchFor('');
}

function toGrid(): void {
  document.getElementById('pair-grid')?.focus();
}
