/** Small rows for tests of the view: everything that a test does not care about is filled in. */
import type { Finding } from '../../shared/model/finding.ts';
import type { Pair } from '../../shared/model/pair.ts';
import type { EventRow } from '../../shared/view/rows.ts';

export function eventRowOf(row: Pick<EventRow, 'id'> & Partial<EventRow>): EventRow {
  return {
    side: row.id.startsWith('b') ? 'browser' : 'server',
    datasetId: '1234567890',
    eventName: 'PageView',
    eventId: null,
    role: 'event',
    at: 0,
    seenAt: null,
    url: null,
    outcome: row.id.startsWith('b') ? 'sent' : 'accepted',
    counts: true,
    keys: [],
    hidden: [],
    value: null,
    currency: null,
    visitor: null,
    ...row,
  };
}

export function pairOf(pair: Pick<Pair, 'key'> & Partial<Pair>): Pair {
  return {
    datasetId: '1234567890',
    eventName: 'PageView',
    verdict: 'deduplicated',
    rule: 'P1',
    browser: [],
    server: [],
    order: null,
    gapMs: null,
    kept: null,
    counted: 1,
    actions: 1,
    repeatOf: null,
    evidence: [],
    why: '',
    at: 0,
    candidates: [],
    ...pair,
  };
}

export function findingOf(finding: Pick<Finding, 'code'> & Partial<Finding>): Finding {
  return {
    key: `${finding.code}/${finding.pair ?? ''}`,
    severity: 'warning',
    title: finding.code,
    detail: '',
    fix: '',
    eventsManager: null,
    source: 'Meta: Deduplicate Pixel and server events',
    confidence: 'high',
    pair: null,
    events: [],
    evidence: { browser: null, server: null },
    causedBy: null,
    ...finding,
  };
}
