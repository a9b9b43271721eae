/** Whether a server event left before the Pixel's call: by the visitor alone Meta joins it only when it came after. */
import type { TrackedEvent } from '../model/event.ts';
import { pairThresholds } from './thresholds.ts';
import { receivedAt } from './traits.ts';

/**
 * Where the log does not tell when the event left, its event_time stands in: whole seconds, so that a Pixel call of the
 * same second is not later than it.
 */
export function isServerFirst(browser: TrackedEvent, server: TrackedEvent): boolean {
  if (server.seenAt !== null) return server.seenAt < receivedAt(browser);
  return server.at + pairThresholds.eventTimeStepMs <= Math.min(browser.at, receivedAt(browser));
}
