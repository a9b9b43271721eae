/** A log holds access tokens. They were cut out when it was read; in the log itself they are still there. */
import type { SessionRule } from '../session-rule.ts';

export const privacyTokenInLog: SessionRule<'log-tokens'> = {
  code: 'privacy.token-in-log',
  severity: 'error',
  title: 'The log holds access tokens',
  eventsManager: null,
  source: 'Meta: Access tokens',
  confidence: 'high',
  over: 'log-tokens',
  check({ count, first }, session) {
    const [earliest] = first;
    if (earliest === undefined) return null;
    const where =
      count === 1 ? `${earliest.place} holds one` : `${count} records hold one, the first at ${earliest.place}`;
    const events = first.flatMap((token) => token.events).slice(0, first.length);
    return {
      detail: `The log shows access tokens or other secrets in clear: ${where}. Whoever can read the log can send events to this dataset, and more where the token may do more. They were cut out here before anything was kept.`,
      fix: `Make a new token in Events Manager (Settings, Conversions API) and remove the old one; then send it in the request's body or an Authorization header, and keep address, body field access_token and headers out of the log.`,
      events: events.flatMap((id) => session.event(id) ?? []),
      server: earliest.place,
    };
  },
};
