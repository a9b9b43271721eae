/** Between the picture and the list: which list, what it is narrowed to, and what is searched for. */
import { ArrangeMenu } from '../list/arrange-menu.tsx';
import { SearchField } from '../list/search-field.tsx';
import { useVisiblePairs } from '../state/derived.ts';
import { useSession } from '../state/session.ts';
import { clearFilter, dropChoice, useView } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';
import { ListTabs } from './list-tabs.tsx';
import { StillComing } from './still-coming.tsx';
import './toolbar.css';

const words = texts.session.filter;

export function Toolbar() {
  const isOnPairs = useView((state) => state.tab === 'pairs');
  return (
    <div className="toolbar">
      <ListTabs />
      <StillComing />
      <span className="spacer" />
      {isOnPairs && (
        <>
          <FilterCount />
          <Choice />
          <SearchField />
          <ArrangeMenu />
        </>
      )}
    </div>
  );
}

function FilterCount() {
  const total = useSession((state) => state.rows.pairs.size);
  const shown = useVisiblePairs().length;
  const isFiltered = useView((state) => state.query.trim() !== '' || state.verdict !== null || state.only !== null);
  return (
    <>
      <p className="filter-count" role="status">
        {isFiltered && words.count(shown, total)}
      </p>
      {isFiltered && (
        <button type="button" className="link-button" onClick={clearFilter}>
          {words.showAll}
        </button>
      )}
    </>
  );
}

/** What a clicked number or finding narrowed the list to. */
function Choice() {
  const only = useView((state) => state.only);
  if (only === null) return null;
  return (
    <button type="button" className="chip pair-choice" aria-label={words.dropChoice(only.title)} onClick={dropChoice}>
      <span>{only.title}</span>
      <Icon name="close" size={12} />
    </button>
  );
}
