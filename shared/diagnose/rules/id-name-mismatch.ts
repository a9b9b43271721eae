/** Same id, another event name: Meta compares both, case included. */
import { quote, type Rule } from '../rule.ts';

export const idNameMismatch: Rule = {
  code: 'id.name-mismatch',
  severity: 'error',
  title: 'Same event_id, different event names',
  eventsManager: null,
  source: 'Meta: Deduplicate Pixel and server events',
  confidence: 'high',
  check(view) {
    const { copies } = view;
    if (!copies || copies.browser.eventId === null || copies.browser.eventId !== copies.server.eventId) return null;
    const [left, right] = [copies.browser.eventName, copies.server.eventName];
    if (left === right) return null;
    return {
      detail: `With event_id ${quote(copies.browser.eventId)} the Pixel sent ${quote(left)} and the server ${quote(right)}. Meta joins only events of exactly the same name, so both count.`,
      fix: `Send the same event_name on both sides, letter for letter; standard events are written like Purchase, AddToCart.`,
      events: [copies.browser, copies.server],
      browser: left,
      server: right,
    };
  },
};
