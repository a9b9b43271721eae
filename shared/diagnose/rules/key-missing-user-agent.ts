/** A website server event without the visitor's user agent. */
import { type Rule, websiteEventWithout } from '../rule.ts';

export const keyMissingUserAgent: Rule = {
  code: 'key.missing-user-agent',
  severity: 'error',
  title: 'The server event lacks the visitor’s user agent',
  eventsManager: 'Server events are missing client_user_agent',
  source: 'Meta: Customer information parameters',
  confidence: 'high',
  check({ server }) {
    const event = server.find((each) => websiteEventWithout(each, each.userAgent));
    if (event === undefined) return null;
    return {
      detail:
        'A website event without client_user_agent: Meta asks for it on every website event, and it is one of the keys that find the person.',
      fix: 'Copy the request’s User-Agent header: setClientUserAgent(ua) in Meta’s SDKs, user_data.client_user_agent in JSON.',
      events: [event],
      server: 'client_user_agent is missing',
    };
  },
};
