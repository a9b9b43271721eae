/** Between the picture and the list: which of the two lists, and what is searched for. */
import { plural } from '../../shared/view/plural.ts';
import { SearchField } from '../list/search-field.tsx';
import { useVisiblePairs } from '../state/derived.ts';
import { useSession } from '../state/session.ts';
import { clearFilter, showTab, useView } from '../state/view.ts';
import './toolbar.css';

export function Toolbar() {
  const tab = useView((state) => state.tab);
  const total = useSession((state) => state.rows.pairs.size);
  const findings = useSession((state) => state.rows.findings.size);
  const shown = useVisiblePairs().length;
  const isFiltered = useView((state) => state.query.trim() !== '' || state.verdict !== null);
  return (
    <div className="toolbar">
      <div className="tabs" role="tablist" aria-label="Lists">
        <Tab name="pairs" isChosen={tab === 'pairs'} title="Pairs" count={total} />
        <Tab name="findings" isChosen={tab === 'findings'} title="Findings" count={findings} />
      </div>
      <span className="spacer" />
      <p className="filter-count" role="status">
        {isFiltered && tab === 'pairs' && (
          <>
            {shown} of {plural(total, 'pair')}
          </>
        )}
      </p>
      {isFiltered && tab === 'pairs' && (
        <button type="button" className="link-button" onClick={clearFilter}>
          Show all
        </button>
      )}
      {tab === 'pairs' && <SearchField />}
    </div>
  );
}

type TabProps = { name: 'pairs' | 'findings'; title: string; count: number; isChosen: boolean };

function Tab({ name, title, count, isChosen }: TabProps) {
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${name}`}
      aria-selected={isChosen}
      aria-controls={isChosen ? 'list-panel' : undefined}
      tabIndex={isChosen ? 0 : -1}
      onClick={() => showTab(name)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        const other = name === 'pairs' ? 'findings' : 'pairs';
        showTab(other);
        document.getElementById(`tab-${other}`)?.focus();
      }}
    >
      {title} <span className="tab-count">{count}</span>
    </button>
  );
}
