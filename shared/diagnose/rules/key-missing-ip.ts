/** A website server event without the visitor's IP address. */
import { type Rule, websiteEventWithout } from '../rule.ts';

export const keyMissingIp: Rule = {
  code: 'key.missing-ip',
  severity: 'error',
  title: 'The server event lacks the visitor’s IP address',
  eventsManager: 'Server events are missing client_ip_address',
  source: 'Meta: Customer information parameters',
  confidence: 'high',
  check({ server }) {
    const event = server.find((each) => websiteEventWithout(each, each.ip));
    if (event === undefined) return null;
    return {
      detail:
        'A website event without client_ip_address: Meta asks for it on every website event, and it is one of the keys that find the person.',
      fix: 'Copy the visitor’s address from the request (behind a proxy: the first address of X-Forwarded-For): setClientIpAddress(ip) in Meta’s SDKs, user_data.client_ip_address in JSON. Never the server’s own.',
      events: [event],
      server: 'client_ip_address is missing',
    };
  },
};
