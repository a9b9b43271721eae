/** Same id and name, sent to different datasets: they can never meet. */
import type { Rule } from '../rule.ts';

export const idDatasetMismatch: Rule = {
  code: 'id.dataset-mismatch',
  severity: 'error',
  title: 'The copies went to different datasets',
  eventsManager: null,
  source: 'Meta: Deduplicate Pixel and server events',
  confidence: 'high',
  check(view) {
    const { copies } = view;
    if (!copies || copies.browser.eventId === null || copies.browser.eventId !== copies.server.eventId) return null;
    const [left, right] = [copies.browser.datasetId, copies.server.datasetId];
    if (left === null || right === null || left === right || copies.browser.eventName !== copies.server.eventName)
      return null;
    return {
      detail: `The Pixel call went to dataset ${left}, the server event to ${right}. Deduplication works within one dataset; each of them counts one.`,
      fix: `Use one dataset id in fbq('init', …) and in the server's POST /<dataset id>/events.`,
      events: [copies.browser, copies.server],
      browser: left,
      server: right,
    };
  },
};
