/** Both sides sent the action and Meta would not join them. */
import type { Rule } from '../rule.ts';

export const dupDoubleCounted: Rule = {
  code: 'dup.double-counted',
  severity: 'error',
  title: 'Meta counts this action twice',
  eventsManager: 'Events are not deduplicated',
  source: 'Meta: Deduplicate Pixel and server events; Twinlane: evidence of the recordings',
  confidence: 'medium',
  check(view) {
    const { copies } = view;
    if (!copies || view.pair.verdict !== 'double-counted') return null;
    const signs = view.pair.evidence.map(({ kind }) => kind).join(', ');
    return {
      detail: `${view.pair.why} That they are one action is shown by: ${signs}.`,
      fix: 'Give both copies the same dataset, event_name and event_id.',
      events: [copies.browser, copies.server],
      browser: copies.browser.eventId,
      server: copies.server.eventId,
    };
  },
};
