/** The three lists under the picture. */
import { formatCount } from '../../shared/view/plural.ts';
import { showTab, type Tab, tabs, useView } from '../state/view.ts';
import { useFindingCount, usePairCount } from '../state/whole-counts.ts';
import { texts } from '../texts/texts.ts';

const words = texts.session.tabs;
const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

export function ListTabs() {
  const chosen = useView((state) => state.tab);
  const pairs = usePairCount();
  const findings = useFindingCount();
  const counts: Record<Tab, string | null> = {
    pairs: formatCount(pairs),
    findings: formatCount(findings),
    coverage: null,
  };

  const step = (by: number) => {
    const next = tabs[(tabs.indexOf(chosen) + by + tabs.length) % tabs.length] ?? chosen;
    showTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };

  return (
    <div className="tabs" role="tablist" aria-label={words.label}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          aria-selected={tab === chosen}
          aria-controls={tab === chosen ? 'list-panel' : undefined}
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => showTab(tab)}
          onKeyDown={({ key, altKey }) => {
            const by = altKey ? undefined : steps[key];
            if (by !== undefined) step(by);
          }}
        >
          {words[tab]} {counts[tab] !== null && <span className="tab-count">{counts[tab]}</span>}
        </button>
      ))}
    </div>
  );
}
