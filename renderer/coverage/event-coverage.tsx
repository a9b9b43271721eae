/** For each event name, the share of browser events whose server twin Meta joins, against Meta's goal. */
import type { Scores } from '../../shared/report/report.ts';
import { oneLine } from '../../shared/view/visible-text.ts';
import { showFiltered } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { Bar } from './bar.tsx';
import { MeasureCard } from './measure-card.tsx';
import { quoted } from './quoted.ts';

const words = texts.coverage.twins;

export function EventCoverage({ deduplication }: { deduplication: Scores['deduplication'] }) {
  const { goal, byEventName, note } = deduplication;
  const rows = byEventName.filter(({ browser }) => browser > 0);
  return (
    <MeasureCard title={words.title} note={note}>
      <ul className="share-rows">
        {rows.map(({ eventName, browser, browserJoined }) => (
          <li key={eventName}>
            <button
              type="button"
              className="share-row"
              title={words.show(oneLine(eventName))}
              onClick={() => showFiltered(`event:${quoted(eventName)} paired:no`)}
            >
              <span className="share-name">{oneLine(eventName)}</span>
              <Bar
                share={browserJoined / browser}
                tone={browserJoined / browser >= goal ? 'good' : 'part'}
                goal={goal}
              />
              <span className="share-count">{texts.coverage.share(browserJoined, browser)}</span>
            </button>
          </li>
        ))}
      </ul>
    </MeasureCard>
  );
}
