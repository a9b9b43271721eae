/** The page initialised a dataset and sent nothing for it. Which cause it was, nobody can see from here. */
import { isDroppedAsBot } from '../../meta/automatic.ts';
import { quote } from '../rule.ts';
import { type ConfigCalls, didNotArrive, type TimedCall } from '../session/script-calls.ts';
import type { SessionRule } from '../session-rule.ts';
import { diagnoseThresholds } from '../thresholds.ts';

export const deliverySilent: SessionRule<'config'> = {
  code: 'delivery.silent',
  severity: 'warning',
  title: 'The Pixel was initialised and sent nothing',
  eventsManager: null,
  source: "Meta's script, as recorded",
  confidence: 'high',
  over: 'config',
  check(calls, session) {
    const silent = initialised(calls).filter(({ userAgent }) => !isDroppedAsBot(userAgent));
    const [first] = silent;
    if (first === undefined) return null;
    const settled = first.at + diagnoseThresholds.silentAfterMs;
    if (settled > session.now()) return { until: settled };
    const hints = hintsOf(calls);
    const times = silent.length === 1 ? '' : ` ${silent.length} times`;
    return {
      detail: `${pageText(calls)} asked${times} for the configuration of dataset ${calls.datasetId}, which fbq('init', …) does, and no event of it followed within ${diagnoseThresholds.silentAfterMs / 1000} seconds. ${hints.length > 0 ? `What was seen beside it: ${hints.join('; ')}.` : 'Nothing beside it tells why.'} Possible causes: ${causesOf(calls).join('; ')}.`,
      fix: `Check these in turn: that the page calls fbq('track', …) after init, that consent is granted, that every dataset on the page exists, and in Events Manager the traffic permissions and blocked events of dataset ${calls.datasetId}.`,
      events: [],
      browser: `configuration of ${calls.datasetId} asked for, no call to /tr`,
    };
  },
};

/** The page called `init`; a call that was cut off when the page was left tells nothing. */
export function initialised({ unfollowed }: ConfigCalls): TimedCall[] {
  return unfollowed.filter(({ outcome }) => outcome !== 'aborted');
}

export function pageText({ page }: { page: string | null }): string {
  return page === null ? 'A page' : `The page ${quote(page)}`;
}

function hintsOf({ otherFailures, notes, unfollowed }: ConfigCalls): string[] {
  const missing = new Set(otherFailures.map(({ datasetId }) => datasetId));
  return [
    ...[...missing].map((id) => `the configuration of dataset ${id} did not arrive`),
    ...unfollowed.filter(didNotArrive).map(({ answer }) => `its own configuration did not arrive (${answer})`),
    ...new Set(
      notes.map(({ kind, text }) => `${kind === 'csp' ? 'a policy report' : 'the console'} said ${quote(text)}`),
    ),
  ];
}

const unavailable = /unavailable|traffic permission/i;
const suppressed = /suppress/i;
const invalid = /invalid\s*pixel\s*id/i;

/** Causes that evidence points at first, then those that leave no trace; none is asserted. */
function causesOf({ otherFailures, notes }: ConfigCalls): string[] {
  const said = (pattern: RegExp) => notes.some(({ kind, text }) => kind === 'console' && pattern.test(text));
  const evident = [
    otherFailures.length > 0 && 'another dataset whose configuration is missing holds up all of them',
    said(unavailable) && "the dataset's traffic permissions exclude this site",
    said(suppressed) && "the event is blocked in the dataset's settings",
    said(invalid) && 'an invalid id among those that are initialised',
    notes.some(({ kind }) => kind === 'csp') && "the page's Content Security Policy",
  ];
  const untraced = [
    "consent was revoked by fbq('consent', 'revoke') and not granted",
    "the page never calls fbq('track', …)",
    ...(said(unavailable) ? [] : ["the dataset's traffic permissions"]),
  ];
  return [...evident.filter((cause) => cause !== false), ...untraced];
}
