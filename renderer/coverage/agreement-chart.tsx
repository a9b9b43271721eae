/** Whether the two copies of an action say the same; each row opens the pairs that do not. */
import type { Scores } from '../../shared/report/report.ts';
import { showOnly } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { Bar } from './bar.tsx';
import { MeasureCard } from './measure-card.tsx';

const words = texts.coverage.agreement;

export function AgreementChart({ consistency }: { consistency: Scores['consistency'] }) {
  const { byField, note } = consistency;
  return (
    <MeasureCard title={words.title} note={note}>
      <ul className="share-rows">
        {byField.map(({ field, agree, of, pairs }) => (
          <li key={field}>
            <button
              type="button"
              className="share-row"
              disabled={pairs.length === 0}
              title={pairs.length === 0 ? words.allAgree(field) : words.show(field)}
              onClick={() => showOnly(words.differing(field), pairs)}
            >
              <span className="share-name mono">{field}</span>
              <Bar share={of === 0 ? 0 : agree / of} tone={agree === of ? 'good' : 'bad'} />
              <span className="share-count">{texts.coverage.share(agree, of)}</span>
            </button>
          </li>
        ))}
      </ul>
    </MeasureCard>
  );
}
