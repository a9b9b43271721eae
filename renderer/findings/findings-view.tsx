/** All findings, grouped by what causes them, worst first: a person sees what to mend before anything else. */
import { useMemo } from 'react';
import { groupByCause } from '../../shared/view/group-findings.ts';
import { useKnownCauses } from '../state/marks.ts';
import { usePacedRows } from '../state/paced-rows.ts';
import { texts } from '../texts/texts.ts';
import { FindingGroupCard } from './finding-group-card.tsx';
import './findings.css';

export function FindingsView() {
  const rows = usePacedRows();
  const groups = useMemo(() => groupByCause([...rows.findings.values()]), [rows.findings]);
  const known = useKnownCauses();
  const open = groups.filter(({ code }) => !known.has(code));
  const settled = groups.filter(({ code }) => known.has(code));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard.
    <div className="findings-view" id="list-panel" role="tabpanel" tabIndex={0} aria-labelledby="tab-findings">
      {groups.length === 0 && <p className="nothing-found">{texts.findings.none}</p>}
      {groups.length > 0 && open.length === 0 && <p className="all-known">{texts.findings.allKnown}</p>}
      <ul>
        {[...open, ...settled].map((group) => (
          <FindingGroupCard key={group.code} group={group} rows={rows} known={known.get(group.code)} />
        ))}
      </ul>
    </div>
  );
}
