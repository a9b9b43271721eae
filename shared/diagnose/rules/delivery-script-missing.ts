/** Meta's script was asked for and did not arrive: the page's Pixel calls wait for ever. */
import type { BrowserOutcome } from '../../model/event.ts';
import { neverAsked } from '../../model/sign.ts';
import { didNotArrive, type LoaderCalls, type TimedCall } from '../session/script-calls.ts';
import type { SessionRule } from '../session-rule.ts';
import { diagnoseThresholds } from '../thresholds.ts';
import { pageText } from './delivery-silent.ts';

export const deliveryScriptMissing: SessionRule<'loader'> = {
  code: 'delivery.script-missing',
  severity: 'error',
  title: "Meta's script did not arrive",
  eventsManager: null,
  source: "The browser's own report of the call",
  confidence: 'high',
  over: 'loader',
  check(calls) {
    const [missing] = missingIn(calls);
    if (missing === undefined) return null;
    const answer = missing.answer ?? 'no answer';
    if (answer.startsWith(neverAsked)) return uncalled(calls, answer);
    return {
      detail: `${pageText(calls)} asked for fbevents.js and did not get it (${answer}). Every fbq(…) call of the page waits in its queue and is never sent; only a server event can tell of these actions.`,
      fix: adviceFor(missing.outcome, answer),
      events: [],
      browser: answer,
    };
  },
};

/** Two seconds after it was loaded, the page had made calls and not asked for the script that takes them. */
function uncalled(calls: LoaderCalls, answer: string) {
  return {
    detail: `${pageText(calls)} calls fbq and had not asked for fbevents.js two seconds after it was loaded. These calls wait in its queue and are not sent${answer.slice(neverAsked.length)}.`,
    fix: "If a consent banner holds Meta's script back, these events are lost until the visitor agrees: see that the banner loads it then. Otherwise add the part of Meta's base code that loads fbevents.js.",
    events: [],
    browser: answer,
  };
}

/** Those that did not arrive and were not followed by one that did. */
function missingIn({ calls }: LoaderCalls): TimedCall[] {
  const arrivedNear = ({ at }: TimedCall) =>
    calls.some((call) => call.outcome === 'sent' && Math.abs(call.at - at) <= diagnoseThresholds.sameLoadMs);
  return calls.filter((call) => didNotArrive(call) && !arrivedNear(call));
}

function adviceFor(outcome: BrowserOutcome, answer: string): string {
  if (/csp|content.security/i.test(answer)) {
    return "Allow it in the page's policy: script-src https://connect.facebook.net, besides img-src, form-action and connect-src https://www.facebook.com.";
  }
  return outcome === 'blocked'
    ? 'Blockers cannot be switched off from a site. Make sure that the server sends these events for every visitor.'
    : 'Open the address of fbevents.js by itself: a wrong address, a failing first-party proxy, or a network that does not let connect.facebook.net through.';
}
