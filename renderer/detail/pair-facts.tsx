/** The few facts of a pair that decide about it: gap, rule, order, dataset, which copy Meta keeps, and the grounds. */
import type { Pair } from '../../shared/model/pair.ts';
import { formatGap } from '../../shared/view/format-gap.ts';
import { ruleWords } from '../../shared/view/verdict-words.ts';
import { oneLine } from '../../shared/view/visible-text.ts';
import { texts } from '../texts/texts.ts';
import { WhyThisVerdict } from './why-we-think-so.tsx';

const words = texts.detail.facts;

export function PairFacts({ pair }: { pair: Pair }) {
  const keptSide = pair.kept === null ? null : words.copyOf[pair.kept.startsWith('b') ? 'browser' : 'server'];
  const facts: [string, string | null][] = [
    [words.gap, pair.gapMs === null ? null : formatGap(pair.gapMs)],
    [words.kept, keptSide],
    [words.order, pair.order],
    [words.dataset, pair.datasetId ?? words.datasetUntold],
    [words.candidates, pair.candidates.length === 0 ? null : words.candidateCount(pair.candidates.length)],
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
          <dt>{words.rule}</dt>
          <dd>{pair.rule === null ? ruleWords(null) : words.ruleWithId(ruleWords(pair.rule), pair.rule)}</dd>
        </div>
      </dl>
      <WhyThisVerdict pair={pair} />
    </>
  );
}
