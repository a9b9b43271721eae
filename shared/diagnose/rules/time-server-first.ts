/** Joined only by fbp or external_id, and the server's came first: Meta does not join these. */
import type { TrackedEvent } from '../../model/event.ts';
import { isServerFirst } from '../../pair/server-first.ts';
import { receivedAt, traitsOf } from '../../pair/traits.ts';
import { sharedVisitor } from '../../pair/visitors.ts';
import { formatDuration } from '../../view/duration.ts';
import { type Copies, firstOfAction, type PairView, type Rule } from '../rule.ts';

export const timeServerFirst: Rule = {
  code: 'time.server-first',
  severity: 'warning',
  title: 'The server event came before the Pixel call',
  eventsManager: null,
  source: 'Meta: Deduplicate Pixel and server events',
  confidence: 'high',
  check(view) {
    const copies = view.pair.rule === 'P3' ? view.copies : aloneBeforeItsPixel(view);
    if (copies === null || (copies.browser.eventId !== null && copies.server.eventId !== null)) return null;
    const leadMs = receivedAt(copies.browser) - receivedAt(copies.server);
    if (!isServerFirst(copies.browser, copies.server) || !isOneVisitor(copies)) return null;
    return {
      detail: `The server event left ${formatDuration(leadMs)} before the Pixel call. Without a shared event_id Meta joins by fbp or external_id only when the browser's copy comes first.`,
      fix: `Share an event_id: then the order does not matter.`,
      events: [copies.browser, copies.server],
      browser: new Date(receivedAt(copies.browser)).toISOString(),
      server: new Date(receivedAt(copies.server)).toISOString(),
    };
  },
};

/** A server event that was sent again: Meta joined the Pixel's call, by the visitor, with the later send. */
function aloneBeforeItsPixel(view: PairView): Copies | null {
  const [server] = view.server;
  const standing = view.pair.repeatOf === null ? null : view.session.pair(view.pair.repeatOf);
  if (standing?.rule !== 'P2' || view.browser.length > 0) return null;
  const browser = firstOfAction(view, 'browser');
  return server !== undefined && browser?.side === 'browser' ? { browser, server } : null;
}

function isOneVisitor({ browser, server }: Copies): boolean {
  const read = (event: TrackedEvent) => traitsOf({ event, dataset: event.datasetId, traits: null });
  return sharedVisitor(read(browser), read(server)) !== null;
}
