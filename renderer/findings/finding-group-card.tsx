/** One cause: how often, what depends on it, how to mend it, and the pairs that it touches. */
import type { Mark } from '../../shared/model/mark.ts';
import type { FindingGroup } from '../../shared/view/group-findings.ts';
import type { SessionRows } from '../../shared/view/session-rows.ts';
import { oneLine } from '../../shared/view/visible-text.ts';
import { WhyThisFinding } from '../detail/why-we-think-so.tsx';
import { showOnly } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { SeveritySign, severityTone } from '../ui/severity-sign.tsx';
import { BeforeAfter } from './before-after.tsx';
import { EventsManagerName, FindingWords } from './finding-words.tsx';
import { FixCode } from './fix-code.tsx';
import { KnownMark } from './known-mark.tsx';
import { MoneyAtStake } from './money-at-stake.tsx';
import { PairChips } from './pair-chips.tsx';

const words = texts.findings;

type Props = { group: FindingGroup; rows: SessionRows; known: Mark | undefined };

export function FindingGroupCard({ group, rows, known }: Props) {
  const { example, code, pairs, consequences } = group;
  const tone = known === undefined ? severityTone[group.severity] : 'quiet';
  return (
    <li className={`finding-group tone-${tone}${known === undefined ? '' : ' known'}`}>
      <header>
        <SeveritySign severity={group.severity} />
        <h2>{oneLine(example.title)}</h2>
        <code>{code}</code>
      </header>
      <div className="finding-body">
        <div className="finding-words">
          <p className="finding-weight">
            <Count group={group} />
            <MoneyAtStake pairs={pairs} rows={rows} />
          </p>
          <FindingWords finding={example} />
          {example.pair !== null && known === undefined && <BeforeAfter code={code} pairKey={example.pair} />}
          {consequences.length > 0 && (
            <p className="finding-meta">
              {words.alsoClears(consequences.map(({ title, count }) => words.consequence(oneLine(title), count)))}
            </p>
          )}
          <EventsManagerName finding={example} />
          <WhyThisFinding finding={example} />
          <PairChips keys={pairs} />
          <div className="finding-acts">
            {pairs.length > 0 && (
              <button type="button" className="link-button" onClick={() => showOnly(oneLine(example.title), pairs)}>
                {words.showPairs}
              </button>
            )}
            <KnownMark code={code} mark={known} />
          </div>
        </div>
        <FixCode code={code} />
      </div>
    </li>
  );
}

function Count({ group: { pairs, findings } }: { group: FindingGroup }) {
  return <strong>{pairs.length > 0 ? words.pairCount(pairs.length) : words.timeCount(findings.length)}</strong>;
}
