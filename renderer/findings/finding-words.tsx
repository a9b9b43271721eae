/** What was seen, and the fix: the same in the list of findings and beside a pair. */
import type { Finding } from '../../shared/model/finding.ts';
import { texts } from '../texts/texts.ts';
import { TextValue } from '../ui/text-value.tsx';
import './finding-words.css';

export function FindingWords({ finding: { detail, fix } }: { finding: Finding }) {
  return (
    <>
      <p className="finding-detail">
        <TextValue text={detail} isSentence />
      </p>
      <p className="finding-fix">
        <span>{texts.findings.fix}</span> <TextValue text={fix} isSentence />
      </p>
    </>
  );
}

export function EventsManagerName({ finding: { eventsManager } }: { finding: Finding }) {
  if (eventsManager === null) return null;
  return <p className="finding-meta">{texts.findings.eventsManager(eventsManager)}</p>;
}
