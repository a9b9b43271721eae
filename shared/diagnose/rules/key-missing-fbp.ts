/** The browser had an _fbp, the server event does not carry it. */
import { quote, type Rule, showsUserData } from '../rule.ts';

export const keyMissingFbp: Rule = {
  code: 'key.missing-fbp',
  severity: 'warning',
  title: 'The server event lacks fbp',
  eventsManager: 'Server events are missing browser ID (fbp)',
  source: 'Meta: Customer information parameters; Meta: fbp and fbc parameters',
  confidence: 'high',
  check(view) {
    const { copies } = view;
    if (!copies || copies.server.fbp !== null || !showsUserData(copies.server)) return null;
    const had = copies.browser.fbp ?? cookieOf(copies.browser.other['_fbp cookie']);
    if (had === null) return null;
    return {
      detail: `The browser had _fbp ${quote(had)}; the server event has no fbp. It is one of the keys that join both copies and find the person.`,
      fix: `Read the _fbp cookie of the request and send it as it is: setFbp(cookie) in Meta's SDKs, user_data.fbp in JSON.`,
      events: [copies.browser, copies.server],
      browser: had,
    };
  },
};

export function cookieOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
