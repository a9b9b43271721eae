/** One cause: how often, what it does, how to mend it, and the pairs that it touches. */
import type { FindingGroup } from '../../shared/view/group-findings.ts';
import { plural } from '../../shared/view/plural.ts';
import { SeveritySign, severityTone } from '../ui/severity-sign.tsx';
import { PairChips } from './pair-chips.tsx';
import '../detail/finding-text.css';

export function FindingGroupCard({ group }: { group: FindingGroup }) {
  const { example, findings, pairs, consequences } = group;
  return (
    <li className={`finding-group tone-${severityTone[group.severity]}`}>
      <header>
        <SeveritySign severity={group.severity} />
        <h2>{example.title}</h2>
        <code>{group.code}</code>
        <span className="finding-count">
          {pairs.length > 0 ? plural(pairs.length, 'pair') : plural(findings.length, 'time')}
        </span>
      </header>
      <p className="finding-detail">{example.detail}</p>
      <p className="finding-fix">
        <span>Fix</span> {example.fix}
      </p>
      {consequences.length > 0 && (
        <p className="finding-meta">
          Mending it also clears:{' '}
          {consequences.map(({ title, count }) => (count > 1 ? `${title} (${count})` : title)).join(', ')}.
        </p>
      )}
      {example.eventsManager !== null && (
        <p className="finding-meta">Events Manager calls this “{example.eventsManager}”.</p>
      )}
      <PairChips keys={pairs} />
    </li>
  );
}
