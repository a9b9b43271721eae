/** The Pixel call got no answer, or an error. */
import { hasServerCopy, type Rule } from '../rule.ts';

export const deliveryFailed: Rule = {
  code: 'delivery.failed',
  severity: 'error',
  title: 'The Pixel call failed',
  eventsManager: null,
  source: "The browser's own report of the call",
  confidence: 'high',
  check(view) {
    const event = view.browser.find(({ outcome }) => outcome === 'failed');
    if (event === undefined) return null;
    const answer = event.answer ?? 'no answer';
    return {
      detail: `The call was sent and not taken: ${/^\d+$/.test(answer) ? `status ${answer}` : answer}. ${hasServerCopy(view)}`,
      fix: `Check that www.facebook.com can be reached from this network (name resolution, firewall, proxy); an own endpoint must answer 200.`,
      events: [event],
      browser: answer,
    };
  },
};
