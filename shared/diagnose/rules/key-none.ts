/** A server event by which Meta can find nobody. */
import { hasEnoughKeys, matchKeysOf } from '../../meta/customer-information.ts';
import { type Rule, showsUserData } from '../rule.ts';

export const keyNone: Rule = {
  code: 'key.none',
  severity: 'error',
  title: 'The server event has nothing to match a person by',
  eventsManager: 'Insufficient customer information parameter data',
  source: 'Meta: Customer information parameters; Graph error 2804050',
  confidence: 'high',
  check({ server }) {
    const event = server.find((each) => showsUserData(each) && !hasEnoughKeys(each));
    if (event === undefined) return null;
    const keys = matchKeysOf(event);
    const what = keys.length === 0 ? 'user_data is empty' : `user_data holds only ${keys.join(', ')}`;
    return {
      detail: `${what}. Meta refuses such an event as insufficient (2804050), and could match it to nobody.`,
      fix: `Fill user_data with what the request has: client_ip_address, client_user_agent, fbp and fbc from the cookies, and em or ph (hashed) where the visitor gave them.`,
      events: [event],
      server: keys.length === 0 ? 'user_data is empty' : keys.join(', '),
    };
  },
};
