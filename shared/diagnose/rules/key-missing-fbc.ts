/** The visitor came by an ad click, and the server event does not carry the click id. */
import { fbclidIn, referrerOf } from '../click-id-lineage.ts';
import { quote, type Rule, showsUserData } from '../rule.ts';
import { cookieOf } from './key-missing-fbp.ts';

export const keyMissingFbc: Rule = {
  code: 'key.missing-fbc',
  severity: 'warning',
  title: 'The server event lacks the click id (fbc)',
  eventsManager: 'Server events are missing click ID (fbc)',
  source: 'Meta: Customer information parameters; Meta: fbp and fbc parameters',
  confidence: 'high',
  check(view) {
    const { copies } = view;
    if (!copies || copies.server.fbc !== null || !showsUserData(copies.server)) return null;
    const { fbc, other, url } = copies.browser;
    const had = fbc ?? cookieOf(other['_fbc cookie']) ?? clickIdIn(url) ?? clickIdIn(referrerOf(copies.browser));
    if (had === null) return null;
    return {
      detail: `The browser had the click id ${quote(had)}; the server event has no fbc, so Meta may not credit the ad that was clicked.`,
      fix: `Read the _fbc cookie and send it as it is: setFbc(cookie), user_data.fbc. Where there is only fbclid in the URL, send fb.1.<time of the click in ms>.<fbclid>, case unchanged.`,
      events: [copies.browser, copies.server],
      browser: had,
    };
  },
};

function clickIdIn(url: string | null): string | null {
  const found = fbclidIn(url);
  return found === null ? null : `fbclid=${found}`;
}
