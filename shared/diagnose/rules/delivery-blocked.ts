/** The Pixel call was stopped in the browser. */
import { hasServerCopy, type Rule } from '../rule.ts';

export const deliveryBlocked: Rule = {
  code: 'delivery.blocked',
  severity: 'error',
  title: 'The Pixel call was blocked in the browser',
  eventsManager: null,
  source: "The browser's own report of the call",
  confidence: 'high',
  check(view) {
    const event = view.browser.find(({ outcome }) => outcome === 'blocked');
    if (event === undefined) return null;
    const answer = event.answer ?? 'unknown reason';
    const isPolicy = /csp|content.security/i.test(answer);
    const who = isPolicy ? "the page's Content Security Policy" : 'a blocker in the browser';
    return {
      detail: `${who[0]?.toUpperCase()}${who.slice(1)} stopped the call (${answer}). ${hasServerCopy(view)}`,
      fix: isPolicy
        ? `Allow Meta's hosts in the policy: img-src, form-action, frame-src and connect-src https://www.facebook.com, script-src https://connect.facebook.net.`
        : `Blockers cannot be switched off from a site. Make sure that the server sends this event for every visitor.`,
      events: [event],
      browser: answer,
    };
  },
};
