/** A test_event_code came along with what looks like real traffic. */
import { isPublicPage } from '../../meta/public-page.ts';
import { quote, type Rule } from '../rule.ts';

export const requestTestCode: Rule = {
  code: 'request.test-code',
  severity: 'warning',
  title: 'A test_event_code is in production traffic',
  eventsManager: 'Test events',
  source: 'Meta: Server event parameters; Twinlane: evidence of the recordings',
  confidence: 'medium',
  check({ server }) {
    const event = server.find(
      ({ testEventCode, url, isRehearsed }) => testEventCode !== null && !isRehearsed && isPublicPage(url),
    );
    if (event === undefined || event.testEventCode === null) return null;
    return {
      detail: `The request of an event on ${quote(event.url ?? '')} carries test_event_code ${event.testEventCode}. Meta shows such events under Test events, and counts them all the same: they are not dropped.`,
      fix: `Take test_event_code out of the production configuration (setTestEventCode in Meta's SDKs); set it from an environment variable that only test systems have.`,
      events: [event],
      server: `test_event_code ${event.testEventCode}`,
    };
  },
};
