/** How bad a finding is, as sign and word. */
import type { Severity } from '../../shared/model/finding.ts';
import { severityWords } from '../../shared/view/group-findings.ts';
import { formatCount } from '../../shared/view/plural.ts';
import { Icon } from './icon.tsx';

export const severityTone: Record<Severity, 'bad' | 'part' | 'quiet'> = {
  error: 'bad',
  warning: 'part',
  info: 'quiet',
};

/** `count`: how many findings the sign stands for; the word is read aloud only where `isShort`. */
export function SeveritySign({
  severity,
  count,
  isShort = false,
}: {
  severity: Severity;
  count?: number;
  isShort?: boolean;
}) {
  return (
    <span className={`severity tone-${severityTone[severity]}`}>
      <Icon name={severity} size={14} />
      <span className={isShort ? 'visually-hidden' : undefined}>{severityWords[severity]}</span>
      {count !== undefined && <span>{formatCount(count)}</span>}
    </span>
  );
}
