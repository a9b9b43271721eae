/** Search among the pairs: every word must be found in a name, id, order or page. */
import { searchFor, useView } from '../state/view.ts';
import { Icon } from '../ui/icon.tsx';

export const searchFieldId = 'pair-search';

export function SearchField() {
  const query = useView((state) => state.query);
  return (
    <div className="search-field">
      <Icon name="search" size={14} />
      <input
        id={searchFieldId}
        className="field"
        type="search"
        placeholder="Name, id, order or page"
        aria-label="Search pairs"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => searchFor(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            if (query !== '') searchFor('');
            else event.currentTarget.blur();
          }
          if (event.key === 'Enter' || event.key === 'ArrowDown') {
            event.preventDefault();
            document.getElementById('pair-grid')?.focus();
          }
        }}
      />
      {query === '' && <kbd className="key">/</kbd>}
    </div>
  );
}
