/** Twins with the same id, too far apart for deduplication. */

import { pairThresholds } from '../../pair/thresholds.ts';
import { formatDuration } from '../../view/duration.ts';
import type { Rule } from '../rule.ts';

export const timeOutsideWindow: Rule = {
  code: 'time.outside-window',
  severity: 'error',
  title: 'The copies are more than 48 hours apart',
  eventsManager: null,
  source: 'Meta: Deduplicate Pixel and server events',
  confidence: 'high',
  check(view) {
    const { copies } = view;
    if (!copies || view.pair.rule !== 'P3' || copies.browser.eventId === null) return null;
    if (copies.browser.eventId !== copies.server.eventId || copies.browser.eventName !== copies.server.eventName)
      return null;
    const apartMs = Math.abs((copies.server.seenAt ?? copies.server.at) - (copies.browser.seenAt ?? copies.browser.at));
    if (apartMs <= pairThresholds.dedupWindowMs) return null;
    return {
      detail: `Both copies carry the same event_id, but they arrived ${formatDuration(apartMs)} apart. Meta deduplicates within 48 hours; after that both count.`,
      fix: `Send the server event sooner: look at the queue or batch job that holds it back.`,
      events: [copies.browser, copies.server],
      browser: new Date(copies.browser.seenAt ?? copies.browser.at).toISOString(),
      server: new Date(copies.server.seenAt ?? copies.server.at).toISOString(),
    };
  },
};
