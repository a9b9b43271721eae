/** What Chromium says about a request that got no answer, in the words that the rest of the app reads. */

export type LoadingFailed = { errorText?: string; blockedReason?: string; canceled?: boolean };

/** These stop a request before it leaves the browser; other reasons (CORP, ORB) withhold an answer that did come. */
const stoppedInside = new Set(['csp', 'mixed-content', 'inspector', 'subresource-filter']);

export type Failure = {
  /** `net::ERR_…` */
  error: string;
  /** It certainly never left the browser. */
  isCertain: boolean;
};

export function readFailure({ errorText = '', blockedReason = '', canceled }: LoadingFailed): Failure {
  if (blockedReason === 'csp') return { error: 'net::ERR_BLOCKED_BY_CSP', isCertain: true };
  const isBlocked = stoppedInside.has(blockedReason) || errorText === 'net::ERR_BLOCKED_BY_CLIENT';
  if (isBlocked) return { error: errorText || 'net::ERR_BLOCKED_BY_CLIENT', isCertain: true };
  if (errorText !== '') return { error: errorText, isCertain: false };
  return { error: canceled ? 'net::ERR_ABORTED' : 'net::ERR_FAILED', isCertain: false };
}
