/** The few facts of a pair that decide about it: gap, rule, order, dataset, which copy Meta keeps, and the grounds. */
import type { Pair } from '../../shared/model/pair.ts';
import { formatGap } from '../../shared/view/format-gap.ts';
import { plural } from '../../shared/view/plural.ts';
import { ruleWords } from '../../shared/view/verdict-words.ts';
import { oneLine } from '../../shared/view/visible-text.ts';
import { WhyThisVerdict } from './why-we-think-so.tsx';

export function PairFacts({ pair }: { pair: Pair }) {
  const keptSide = pair.kept === null ? null : pair.kept.startsWith('b') ? 'Browser copy' : 'Server copy';
  const facts: [string, string | null][] = [
    ['Gap', pair.gapMs === null ? null : formatGap(pair.gapMs)],
    ['Meta keeps', keptSide],
    ['Order', pair.order],
    ['Dataset', pair.datasetId ?? 'not told'],
    ['Also fits', pair.candidates.length === 0 ? null : plural(pair.candidates.length, 'other candidate')],
  ];
  return (
    <>
      <dl className="pair-facts">
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{oneLine(value)}</dd>
              </div>
            ),
        )}
        <div className="wide">
          <dt>Rule</dt>
          <dd>{pair.rule === null ? ruleWords(null) : `${ruleWords(pair.rule)} (${pair.rule})`}</dd>
        </div>
      </dl>
      <WhyThisVerdict pair={pair} />
    </>
  );
}
