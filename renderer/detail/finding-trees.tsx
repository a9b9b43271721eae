/** The findings of one pair, each cause with what follows from it. */

import { fixCodeOf } from '../../shared/diagnose/fix-code/fix-code.ts';
import type { Finding } from '../../shared/model/finding.ts';
import { foldByCause } from '../../shared/view/group-findings.ts';
import { oneLine } from '../../shared/view/visible-text.ts';
import { EventsManagerName, FindingWords } from '../findings/finding-words.tsx';
import { FixCode } from '../findings/fix-code.tsx';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';
import { SeveritySign, severityTone } from '../ui/severity-sign.tsx';
import { TextValue } from '../ui/text-value.tsx';
import { WhyThisFinding } from './why-we-think-so.tsx';

export function FindingTrees({ findings }: { findings: Finding[] }) {
  return (
    <ul className="finding-trees">
      {foldByCause(findings).map(({ finding, consequences }) => (
        <li key={finding.key} className={`finding-tree tone-${severityTone[finding.severity]}`}>
          <FindingText finding={finding} />
          {consequences.length > 0 && (
            <ul className="consequences" aria-label={texts.detail.findings.consequences}>
              {consequences.map((consequence) => (
                <li key={consequence.key}>
                  <SeveritySign severity={consequence.severity} isShort />
                  <span>
                    <strong>{oneLine(consequence.title)}</strong> <TextValue text={consequence.detail} isSentence />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Title, what was seen, and the fix. */
function FindingText({ finding }: { finding: Finding }) {
  return (
    <>
      <p className="finding-title">
        <SeveritySign severity={finding.severity} isShort />
        <strong>{oneLine(finding.title)}</strong>
        <code>{finding.code}</code>
      </p>
      <FindingWords finding={finding} />
      <EventsManagerName finding={finding} />
      <FixInCode code={finding.code} />
      <WhyThisFinding finding={finding} />
    </>
  );
}

/** Folded away: the detail is narrow, and its reader may be looking for something else. */
function FixInCode({ code }: { code: string }) {
  if (fixCodeOf(code).length === 0) return null;
  return (
    <details className="grounds">
      <summary>
        <Icon name="chevron" size={12} /> {texts.detail.findings.inCode}
      </summary>
      <FixCode code={code} />
    </details>
  );
}
