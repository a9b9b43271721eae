/** Two installs of the Pixel send for one dataset from the same page. */
import type { BrowserEvent, EventId } from '../../model/event.ts';
import { quote, type SessionView } from '../rule.ts';
import { installOf } from '../session/installs.ts';
import type { Coverage, SessionRule } from '../session-rule.ts';
import { diagnoseThresholds } from '../thresholds.ts';

export const dupTwoInstalls: SessionRule<'installs'> = {
  code: 'dup.two-installs',
  severity: 'warning',
  title: 'One page has two installs of the same Pixel',
  eventsManager: null,
  source: "Meta's script, as recorded; Twinlane: evidence of the recordings",
  confidence: 'medium',
  over: 'installs',
  check({ datasetId, meetings }, session) {
    const meeting = meetings.at(0);
    if (meeting === null) return null;
    const { first, second } = meeting;
    const [left, right] = [installOf(first), installOf(second)];
    const page = [first.url, second.url].find((url) => url !== null);
    const events = new Set<typeof first>();
    for (let place = 0; place < meetings.size && events.size < diagnoseThresholds.eventsPerFinding; place++) {
      const next = meetings.at(place);
      if (next !== null) events.add(next.first).add(next.second);
    }
    return {
      detail: `${page ? `On ${quote(page)} the` : 'The'} dataset ${datasetId} gets ${eventNames(first, second)} from two installs: ${left} · ${right}. Each sends for itself, so one action can count twice, and event ids of one are not those of the other.`,
      fix: `Keep one install. Usually one is in the theme and one in a plugin or tag manager: take fbq('init', '${datasetId}') out of all but one. A noscript image belongs inside <noscript>, where browsers with scripts do not load it.`,
      events: [...events],
      browser: `${left} · ${right}`,
      covers: coverage(datasetId, session),
    };
  },
};

function eventNames({ eventName }: BrowserEvent, other: BrowserEvent): string {
  return eventName === other.eventName ? eventName : `${eventName} and ${other.eventName}`;
}

/** An action that both installs sent is told here, not once for each action. */
function coverage(datasetId: string, session: SessionView): Coverage {
  const holds = (key: string) => {
    const pair = session.pair(key);
    if (pair === null || pair.datasetId !== datasetId) return false;
    const first = pair.repeatOf === null ? null : session.pair(pair.repeatOf);
    const ids = [...pair.browser, ...(first?.browser ?? [])];
    return ids.length > 1 && installsOf(ids, session).size > 1;
  };
  const pairs = () => [...session.pairs()].flatMap(({ key }) => (holds(key) ? [key] : []));
  return { scope: datasetId, pairs, holds };
}

function installsOf(ids: EventId[], session: SessionView): Set<string> {
  const events = ids.flatMap((id) => session.event(id) ?? []);
  return new Set(events.flatMap((event) => (event.side === 'browser' ? [installOf(event)] : [])));
}
