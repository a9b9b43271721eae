/** Both sides sent the action and Meta would not join them. */
import type { Copies, Rule } from '../rule.ts';

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
    const isUnknown = isDatasetUnknown(copies);
    const signs = view.pair.evidence.map(({ kind }) => kind).join(', ');
    return {
      detail: `${view.pair.why} That they are one action is shown by: ${signs}.`,
      ...(isUnknown ? { severity: 'warning' } : {}),
      fix: isUnknown
        ? 'Say to which dataset the events of this source go (--dataset ID): where it is the same one, Meta joins them.'
        : 'Give both copies the same dataset, event_name and event_id.',
      events: [copies.browser, copies.server],
      browser: copies.browser.eventId,
      server: copies.server.eventId,
    };
  },
};

/** Nothing but the dataset keeps them apart, and one source does not tell it: they may well be joined. */
function isDatasetUnknown({ browser, server }: Copies): boolean {
  const isSame = browser.eventId !== null && browser.eventId === server.eventId;
  const isTold = browser.datasetId !== null && server.datasetId !== null;
  return isSame && browser.eventName === server.eventName && !isTold;
}
