/** The Pixel call was cut off by a navigation. */
import { hasServerCopy, type Rule } from '../rule.ts';

export const deliveryAborted: Rule = {
  code: 'delivery.aborted',
  severity: 'warning',
  title: 'The Pixel call was cut off',
  eventsManager: null,
  source: "The browser's own report of the call",
  confidence: 'high',
  check(view) {
    const event = view.browser.find(({ outcome }) => outcome === 'aborted');
    if (event === undefined) return null;
    return {
      detail: `The page was left before the call was through (${event.answer ?? 'aborted'}). ${hasServerCopy(view)}`,
      fix: `Fire the event earlier or on the next page; where a link or form follows at once, wait for the call or send the event from the server.`,
      events: [event],
      browser: event.answer ?? 'aborted',
    };
  },
};
