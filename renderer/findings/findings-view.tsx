/** All findings, grouped by what causes them, worst first: a person sees what to mend before anything else. */
import { useFindingGroups } from '../state/derived.ts';
import { useSession } from '../state/session.ts';
import { FindingGroupCard } from './finding-group-card.tsx';
import './findings.css';

export function FindingsView() {
  const groups = useFindingGroups();
  const counts = useSession((state) => state.rows.summary.findings);
  return (
    <div className="findings-view" id="list-panel" role="tabpanel" aria-labelledby="tab-findings">
      {groups.length === 0 ? (
        <p className="nothing-found">
          {counts.error + counts.warning + counts.info === 0
            ? 'Nothing to mend: no finding in this session.'
            : 'Loading…'}
        </p>
      ) : (
        <ul>
          {groups.map((group) => (
            <FindingGroupCard key={group.code} group={group} />
          ))}
        </ul>
      )}
    </div>
  );
}
