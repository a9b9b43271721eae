/** Joined only by fbp or external_id, and the server's came first: Meta does not join these. */
import { formatDuration } from '../../view/duration.ts';
import type { Rule } from '../rule.ts';

export const timeServerFirst: Rule = {
  code: 'time.server-first',
  severity: 'warning',
  title: 'The server event came before the Pixel call',
  eventsManager: null,
  source: 'Meta: Deduplicate Pixel and server events',
  confidence: 'high',
  check(view) {
    const { copies } = view;
    if (!copies || view.pair.rule !== 'P3') return null;
    if (copies.browser.eventId !== null && copies.server.eventId !== null) return null;
    const leadMs = (copies.browser.seenAt ?? copies.browser.at) - (copies.server.seenAt ?? copies.server.at);
    const hasVisitor = view.pair.evidence.some(({ kind }) => kind === 'fbp' || kind === 'visitor');
    if (leadMs <= 0 || !hasVisitor) return null;
    return {
      detail: `The server event left ${formatDuration(leadMs)} before the Pixel call. Without a shared event_id Meta joins by fbp or external_id only when the browser's copy comes first.`,
      fix: `Share an event_id: then the order does not matter.`,
      events: [copies.browser, copies.server],
      browser: new Date(copies.browser.seenAt ?? copies.browser.at).toISOString(),
      server: new Date(copies.server.seenAt ?? copies.server.at).toISOString(),
    };
  },
};
