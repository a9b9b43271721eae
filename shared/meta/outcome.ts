/** What became of a browser call, told from its status or from the words with which browsers name a failure. */
import type { BrowserOutcome } from '../model/event.ts';

export type CallEnd = { status: number | null; error: string | null; held: boolean };

/**
 * An answer settles it: below 400 (redirects too) the call arrived, from 400 on it failed. Without one the error
 * decides; with neither the call counts as sent, since most sources show no answer to a beacon.
 */
export function browserOutcome({ status, error, held }: CallEnd): { outcome: BrowserOutcome; answer: string | null } {
  const hasStatus = status !== null && status > 0;
  const answer = hasStatus ? String(status) : error || null;
  if (held) return { outcome: 'held', answer };
  if (hasStatus) return { outcome: status < 400 ? 'sent' : 'failed', answer };
  return { outcome: error ? outcomeOfError(error) : 'sent', answer };
}

/** Chromium withholds such an answer from the page (CORP, COEP, ORB) after the request has reached its server. */
const onlyAnswerBlocked = /ERR_BLOCKED_BY_(?:ORB|RESPONSE)/i;
/** Chromium, Firefox (NS_ERROR_…, tracking protection), Safari's content blockers, Content Security Policy. */
const blocked =
  /ERR_BLOCKED_BY_|\bblocked|content.?block|NS_ERROR_(?:CONTENT_BLOCKED|TRACKING_URI|BLOCKED_BY_POLICY|DOM_BAD_URI)|\bcsp\b|content.security.policy/i;
/** Chromium's ERR_ABORTED, Firefox's NS_BINDING_ABORTED and NS_ERROR_ABORT, Safari's "cancelled". */
const aborted = /abort|cancel/i;

function outcomeOfError(error: string): BrowserOutcome {
  if (onlyAnswerBlocked.test(error)) return 'sent';
  if (blocked.test(error)) return 'blocked';
  return aborted.test(error) ? 'aborted' : 'failed';
}
