/** The click id changed on its way from the URL to the server event. */
import { type ClickIdChange, type ClickIdHop, clickIdHops } from '../click-id-lineage.ts';
import { quote, type Rule } from '../rule.ts';

export const keyFbcDiffers: Rule = {
  code: 'key.fbc-differs',
  severity: 'warning',
  title: 'The click id changed on its way',
  eventsManager: 'Server events are sending modified click ID (fbc)',
  source: "Meta: fbp and fbc parameters; Meta's script, as recorded",
  confidence: 'high',
  check({ pair, browser, server }) {
    if (pair.actions > 1) return null;
    const [hop] = clickIdHops(browser[0], server[0]).filter(isChanged);
    if (hop === undefined) return null;
    const { from, to, change } = hop;
    const events = [browser[0], server[0]].filter((event) => event !== undefined);
    return {
      detail: `From ${from.stage} to ${to.stage} the click id ${words[change]}: ${quote(from.value)} became ${quote(to.value)}. ${change === 'new time' ? 'Meta reads the time as that of the click.' : 'Meta compares it exactly, so the ad that was clicked gets no credit.'}`,
      fix:
        fixes[change] ??
        'Pass the _fbc cookie on as it is, through every queue and database column: setFbc(cookie), user_data.fbc.',
      events,
      browser: from.stage === 'server’s fbc' ? null : `${from.stage} ${from.value}`,
      server: `${to.stage} ${to.value}`,
    };
  },
};

function isChanged(hop: ClickIdHop): hop is ClickIdHop & { change: ClickIdChange } {
  return hop.change !== null;
}

const words: Record<ClickIdChange, string> = {
  case: 'lost its upper and lower case',
  cut: 'was cut off at its end',
  'cut and case': 'was cut off and lost its upper and lower case',
  decoded: 'was decoded once more than it should be',
  encoded: 'was encoded once more than it should be',
  __DOT__: 'got dots back, which Meta’s script writes as __DOT__',
  'something appended': 'got something appended',
  'new time': 'stayed and its time of the click changed',
  'another click id': 'was replaced by another one',
};

const fixes: Partial<Record<ClickIdChange, string>> = {
  case: 'Click ids are case-sensitive: look for toLowerCase, a database column that ignores case, or a URL that is rewritten in lower case.',
  cut: 'Look for a database column or a log field that is too short: click ids may have several hundred characters.',
  'new time':
    'Keep the time at which fbclid was first seen, as the cookie does; do not put the time of the event into fbc.',
  'another click id':
    'Read the _fbc cookie of the request that the event belongs to; a stored fbc is one of an earlier click.',
};
