/** The five measures of a report, each with numerator over denominator and a sentence; none where there is too little. */

import { matchKeysOf } from '../meta/customer-information.ts';
import { countsAtMeta, type ServerEvent, type TrackedEvent } from '../model/event.ts';
import type { Pair } from '../model/pair.ts';
import type { Report, Score } from '../report/report.ts';
import { type Counted, coverageOf, round, sum } from './summary.ts';

/** Fewer cases than this give no percentage. */
export const fewestToJudge = 5;

export function scoresOf({ events, pairs, findings }: Counted): Report['scores'] {
  const own = events.filter(({ role }) => role === 'event');
  return {
    completeness: completeness(pairs),
    matchKeys: matchKeys(own),
    consistency: consistency(pairs, new Set(findings.filter(isDisagreement).map(({ pair }) => pair))),
    deduplication: deduplication(own, pairs),
    freshness: freshness(own),
  };
}

/** `part` of `of`, with a sentence; null and the reason where `of` is too small. */
function score(part: number, of: number, note: string): Score {
  if (of < fewestToJudge) return { value: null, of, note: `${note} Too few to judge by a percentage.` };
  return { value: round(part / of), of, note };
}

function completeness(pairs: readonly Pair[]): Score {
  const actions = pairs.filter(({ repeatOf }) => repeatOf === null);
  const arrived = actions.filter(({ counted }) => counted > 0).length;
  return score(arrived, actions.length, `${arrived} of ${actions.length} actions reached Meta at least once.`);
}

function matchKeys(own: readonly TrackedEvent[]): Score {
  const server = own.filter((event): event is ServerEvent => event.side === 'server' && event.shows.userData);
  const withKey = server.filter((event) => {
    const keys = matchKeysOf(event);
    return ['em', 'ph', 'external_id', 'fbp', 'fbc'].some((key) => keys.includes(key));
  });
  const note = `${withKey.length} of ${server.length} server events carry em, ph, external_id, fbp or fbc. Meta's own event match quality cannot be computed from outside.`;
  return score(withKey.length, server.length, note);
}

function isDisagreement({ code }: { code: string }): boolean {
  return /-differs$|-mismatch$|^id\.mismatch$/.test(code);
}

function consistency(pairs: readonly Pair[], disagreeing: ReadonlySet<string | null>): Score {
  const joined = pairs.filter(({ browser, server }) => browser.length > 0 && server.length > 0);
  const agreeing = joined.filter(({ key }) => !disagreeing.has(key)).length;
  return score(
    agreeing,
    joined.length,
    `In ${agreeing} of ${joined.length} pairs both copies agree on id, name, value and currency.`,
  );
}

function deduplication(own: readonly TrackedEvent[], pairs: readonly Pair[]): Score {
  const browser = own.filter((event) => event.side === 'browser' && countsAtMeta(event));
  const share = coverageOf(browser, pairs) ?? 0;
  const covered = Math.round(share * browser.length);
  return score(
    covered,
    browser.length,
    `${covered} of ${browser.length} browser events have a server twin that Meta joins. Meta's goal is 75 % event coverage.`,
  );
}

function freshness(own: readonly TrackedEvent[]): Score {
  const delays = own.flatMap((event) =>
    event.side === 'server' && event.seenAt !== null && event.hasOwnTime ? [event.seenAt - event.at] : [],
  );
  const fresh = sum(delays, (delayMs) => (delayMs <= 60_000 ? 1 : 0));
  return score(fresh, delays.length, `${fresh} of ${delays.length} server events left within a minute of the action.`);
}
