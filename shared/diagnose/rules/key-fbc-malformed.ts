/** An fbc that is not of Meta's format. */
import { readFbc } from '../../meta/cookies.ts';
import { malformedCookie } from '../malformed-cookie.ts';
import type { Rule } from '../rule.ts';

export const keyFbcMalformed: Rule = {
  code: 'key.fbc-malformed',
  severity: 'warning',
  title: 'fbc is not of Meta’s format',
  eventsManager: 'Server events are sending invalid click ID (fbc)',
  source: "Meta: fbp and fbc parameters; Meta's Parameter Builder",
  confidence: 'high',
  check({ events }) {
    return malformedCookie(events, {
      name: 'fbc',
      format: 'fb.<domain depth>.<time of the click in ms>.<click id>',
      read: readFbc,
      fix: 'Send the _fbc cookie as it is: setFbc(cookie), user_data.fbc. Where there is only fbclid in the URL, send fb.1.<time of the click in ms>.<fbclid>, case unchanged.',
    });
  },
};
