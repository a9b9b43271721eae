/** Two installs of the Pixel send for one dataset from the same page. */
import { quote } from '../rule.ts';
import { installOf } from '../session/installs.ts';
import type { SessionRule } from '../session-rule.ts';
import { diagnoseThresholds } from '../thresholds.ts';

export const dupTwoInstalls: SessionRule<'installs'> = {
  code: 'dup.two-installs',
  severity: 'warning',
  title: 'One page has two installs of the same Pixel',
  eventsManager: null,
  source: "Meta's script, as recorded; Twinlane: evidence of the recordings",
  confidence: 'medium',
  over: 'installs',
  check({ datasetId, meetings }) {
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
      detail: `${page ? `On ${quote(page)} the` : 'The'} dataset ${datasetId} gets ${first.eventName} and ${second.eventName} from two installs: ${left} · ${right}. Each sends for itself, so one action can count twice, and event ids of one are not those of the other.`,
      fix: `Keep one install. Usually one is in the theme and one in a plugin or tag manager: take fbq('init', '${datasetId}') out of all but one. A noscript image belongs inside <noscript>, where browsers with scripts do not load it.`,
      events: [...events],
      browser: `${left} · ${right}`,
    };
  },
};
