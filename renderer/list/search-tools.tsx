/** At the end of the search field: keep this filter for later, take it away, or the key that leads here. */
import type { RefObject } from 'react';
import { toggleSaved, useSavedFilters } from '../state/saved-filters.ts';
import { searchFor } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';

type Props = { query: string; isSound: boolean; field: RefObject<HTMLInputElement | null> };

export function SearchTools({ query, isSound, field }: Props) {
  const isSaved = useSavedFilters(({ filters }) => filters.includes(query.trim()));
  if (query === '') return <kbd className="key">/</kbd>;
  return (
    <span className="search-tools">
      <button
        type="button"
        aria-pressed={isSaved}
        aria-label={texts.list.search.keep}
        title={isSaved ? texts.list.search.forget : texts.list.search.keep}
        disabled={!isSound && !isSaved}
        onClick={() => toggleSaved(query)}
      >
        <Icon name={isSaved ? 'starred' : 'star'} size={14} />
      </button>
      <button
        type="button"
        aria-label={texts.list.search.clear}
        title={texts.list.search.clear}
        onClick={() => {
          searchFor('');
          field.current?.focus();
        }}
      >
        <Icon name="close" size={14} />
      </button>
    </span>
  );
}
