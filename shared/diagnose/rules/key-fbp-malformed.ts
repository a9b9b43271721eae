/** An fbp that is not of Meta's format. */
import { readFbp } from '../../meta/cookies.ts';
import { malformedCookie } from '../malformed-cookie.ts';
import type { Rule } from '../rule.ts';

export const keyFbpMalformed: Rule = {
  code: 'key.fbp-malformed',
  severity: 'warning',
  title: 'fbp is not of Meta’s format',
  eventsManager: 'Server events are sending invalid browser ID (fbp)',
  source: "Meta: fbp and fbc parameters; Meta's Parameter Builder",
  confidence: 'high',
  check({ events }) {
    return malformedCookie(events, {
      name: 'fbp',
      format: 'fb.<domain depth>.<time in ms>.<random number>',
      read: readFbp,
      fix: 'Send the _fbp cookie as it is, neither hashed nor decoded nor made up: setFbp(cookie), user_data.fbp.',
    });
  },
};
