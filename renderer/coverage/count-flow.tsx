/** From what happened to what Meta counts: a bar a stage, and the reasons for the difference, each opening its pairs. */
import { countCauseWords } from '../../shared/measure/count-parts.ts';
import type { CompletenessScore, CountPart } from '../../shared/report/report.ts';
import { formatCount } from '../../shared/view/plural.ts';
import { showOnly } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { Bar } from './bar.tsx';
import { MeasureCard } from './measure-card.tsx';

const words = texts.coverage.counts;

export function CountFlow({ completeness }: { completeness: CompletenessScore }) {
  const { orders, parts, note } = completeness;
  const most = Math.max(completeness.of, completeness.countedByMeta, 1);
  return (
    <MeasureCard title={words.title} note={note} isWide>
      <div className="flow">
        <dl className="flow-bars">
          <Stage name={words.happened} count={completeness.of} most={most} tone="quiet" />
          <Stage name={words.known} count={completeness.part} most={most} tone="good" />
          <Stage
            name={words.counted}
            count={completeness.countedByMeta}
            most={most}
            tone={completeness.countedByMeta === completeness.of ? 'good' : 'bad'}
          />
        </dl>
        {orders.of > 0 && (
          <dl className="flow-bars">
            <Stage name={words.orders} count={orders.of} most={orders.of} tone="quiet" />
            <Stage name={words.ordersOfBrowser} count={orders.browser} most={orders.of} tone="good" />
            <Stage name={words.ordersOfServer} count={orders.server} most={orders.of} tone="good" />
            <Stage name={words.ordersCounted} count={orders.counted} most={orders.of} tone="good" />
          </dl>
        )}
        {orders.given && <p>{orders.given.note}</p>}
        <Parts parts={parts} />
      </div>
    </MeasureCard>
  );
}

type StageProps = { name: string; count: number; most: number; tone: string };

function Stage({ name, count, most, tone }: StageProps) {
  return (
    <div className="flow-stage">
      <dt>{name}</dt>
      <dd>
        <Bar share={count / most} tone={tone} />
        <span className="flow-count">{formatCount(count)}</span>
      </dd>
    </div>
  );
}

function Parts({ parts }: { parts: CountPart[] }) {
  if (parts.length === 0) return <p className="flow-even">{words.isEven}</p>;
  return (
    <ul className="flow-parts" aria-label={words.causes}>
      {parts.map(({ cause, effect, count, pairs }) => (
        <li key={cause}>
          <button type="button" className="part-button" onClick={() => showOnly(countCauseWords[cause], pairs)}>
            <span className={`part-count tone-${effect === 'extra' ? 'bad' : 'part'}`}>
              {effect === 'extra' ? '+' : '−'}
              {formatCount(count)}
            </span>
            {countCauseWords[cause]}
          </button>
        </li>
      ))}
    </ul>
  );
}
