/** Which pairs a filter keeps: every key on a small session in which each pair is there for a reason. */
import { describe, expect, it } from 'vitest';
import { createPairFilter, keepPairs } from '../../../shared/filter/pair-filter.ts';
import { parseFilter } from '../../../shared/filter/parse.ts';
import type { FilterNode } from '../../../shared/filter/query.ts';
import type { FilterRows } from '../../../shared/filter/subject-index.ts';
import type { Pair } from '../../../shared/model/pair.ts';
import { eventRowOf, findingOf, pairOf } from '../../support/view-rows.ts';

const events = [
  eventRowOf({ id: 'b1', url: 'https://shop.example/cart?x=1', eventId: 'pv-77', keys: ['fbp', 'fbc'] }),
  eventRowOf({ id: 's1', url: 'https://shop.example/cart', eventId: 'pv-77', keys: ['fbp', 'client_ip_address'] }),
  eventRowOf({
    id: 'b2',
    eventName: 'Purchase',
    url: 'https://shop.example/thank-you',
    eventId: 'order_123',
    value: 49.9,
    currency: 'EUR',
    keys: ['em', 'fbp', 'value', 'currency'],
  }),
  eventRowOf({
    id: 's2',
    eventName: 'Purchase',
    eventId: '123',
    value: 149.9,
    currency: 'EUR',
    at: 0,
    seenAt: 90_000,
    keys: ['fbp', 'value', 'currency'],
  }),
  eventRowOf({ id: 'b3', eventName: 'Lead', datasetId: '999', outcome: 'blocked', counts: false }),
  eventRowOf({ id: 's4', eventName: 'Lead', eventId: 'lead-4', outcome: 'logged', hidden: ['userData', 'customData'] }),
];
const findings = [
  findingOf({ code: 'id.mismatch', severity: 'error', pair: 'buy' }),
  findingOf({ code: 'key.fbc-differs', severity: 'warning', pair: 'view' }),
  findingOf({ code: 'time.silence', severity: 'info', pair: null, events: ['s4'] }),
];
const nothing = { events: [], pairs: [], removedPairs: [], findings: [], removedFindings: [] };
const byId = new Map(events.map((event) => [event.id, event]));
const rows: FilterRows = {
  pairs: [
    pairOf({ key: 'view', browser: ['b1'], server: ['s1'], gapMs: 400 }),
    pairOf({
      key: 'buy',
      eventName: 'Purchase',
      order: '1001',
      verdict: 'double-counted',
      browser: ['b2'],
      server: ['s2'],
      gapMs: 90_000,
      counted: 2,
    }),
    pairOf({ key: 'lost', eventName: 'Lead', datasetId: '999', verdict: 'browser-only', browser: ['b3'], counted: 0 }),
    pairOf({ key: 'log', eventName: 'Lead', verdict: 'server-only', server: ['s4'] }),
  ],
  events: byId,
  findings: new Map(findings.map((finding) => [finding.key, finding])),
};

function kept(text: string): string {
  return namesOf(keepPairs(rows, filterOf(text)));
}

function filterOf(text: string): FilterNode {
  const reading = parseFilter(text);
  if (!reading.ok) throw new Error(reading.fault.message);
  return reading.filter;
}

function namesOf(pairs: readonly Pair[]): string {
  return pairs.map(({ key }) => key).join(' ');
}

describe('a filter keeps', () => {
  it.each([
    ['', 'view buy lost log'],
    ['purchase', 'buy'],
    ['PV-77', 'view'],
    ['1001', 'buy'],
    ['/cart', 'view'],
    ['"thank-you"', 'buy'],
    ['shop.example thank', 'buy'],
    ['purchase cart', ''],
    ['event:purchase', 'buy'],
    ['event:P*', 'view buy'],
    ['event:Purchase,Lead', 'buy lost log'],
    ['-event:Lead', 'view buy'],
    ['event:Pur', ''],
    ['channel:server', 'view buy log'],
    ['channel:browser channel:server', 'view buy'],
    ['-channel:server', 'lost'],
    ['paired:yes', 'view'],
    ['paired:no', 'buy lost log'],
    ['verdict:double-counted', 'buy'],
    ['issue:id-mismatch', 'buy'],
    ['issue:id.mismatch', 'buy'],
    ['issue:key', 'view'],
    ['issue:mismatch,silence', 'buy log'],
    ['issue:*differs', 'view'],
    ['has:issue', 'view buy log'],
    ['severity:error', 'buy'],
    ['severity:note', 'log'],
    ['has:fbc', 'view'],
    ['missing:em', 'view buy lost'],
    ['id:order_123', 'buy'],
    ['id:ORDER_*', 'buy'],
    ['id:"order_*"', ''],
    ['id:s4', 'log'],
    ['order:1001', 'buy'],
    ['missing:order', 'view lost'],
    ['url:*thank*', 'buy'],
    ['url:cart', 'view'],
    ['url:*cart', 'view'],
    ['dataset:999', 'lost'],
    ['outcome:blocked,logged', 'lost log'],
    ['value>100', 'buy'],
    ['value:49.9', 'buy'],
    ['value<10', ''],
    ['currency:eur', 'buy'],
    ['gap>5s', 'buy'],
    ['gap<=400ms', 'view'],
    ['gap<1s', 'view'],
    ['delay>1m', 'buy'],
    ['counted:0', 'lost'],
    ['counted>1', 'buy'],
    ['verdict:browser-only or order:1001', 'buy lost'],
    ['(event:Lead or event:Purchase) -channel:browser', 'log'],
  ])('%j', (text, keys) => {
    expect(kept(text)).toBe(keys);
  });

  it('what a side named by channel carries: keys beside it ask that side alone', () => {
    expect(kept('has:fbc')).toBe('view');
    expect(kept('channel:server has:fbc')).toBe('');
    expect(kept('channel:server missing:fbc')).toBe('view buy');
    expect(kept('channel:browser missing:em')).toBe('view lost');
    expect(kept('channel:server -has:em')).toBe('view buy log');
    expect(kept('channel:server (has:ip or value>100)')).toBe('view buy');
  });

  it('no copy for a field that its log does not show, and no browser copy for the address that it sends anyway', () => {
    expect(kept('missing:fbp')).toBe('lost');
    expect(kept('missing:ip')).toBe('buy');
    expect(kept('missing:value channel:server')).toBe('view');
  });
});

describe('while a session grows', () => {
  it('a changed copy is seen, and the same rows give the same list again', () => {
    const filterPairs = createPairFilter(rows);
    const mended = filterOf('mended');
    expect(filterPairs.keep(mended)).toEqual([]);
    filterPairs.take({ ...nothing, events: [eventRowOf({ id: 'b1', eventId: 'mended' })] });
    expect(namesOf(filterPairs.keep(mended))).toBe('view');
    expect(namesOf(filterPairs.keep(filterOf('pv-77')))).toBe('view');
    expect(filterPairs.keep(mended)).toBe(filterPairs.keep(mended));
  });

  it('a finding that came or went is seen, also one about a single event', () => {
    const filterPairs = createPairFilter(rows);
    const late = filterOf('issue:late');
    expect(namesOf(filterPairs.keep(late))).toBe('');
    const ofEvent = findingOf({ code: 'time.late', pair: null, events: ['s1'] });
    const ofPair = findingOf({ code: 'time.late', pair: 'log' });
    filterPairs.take({ ...nothing, findings: [ofEvent, ofPair] });
    expect(namesOf(filterPairs.keep(late)).split(' ').sort()).toEqual(['log', 'view']);
    filterPairs.take({ ...nothing, removedFindings: [ofEvent.key] });
    expect(namesOf(filterPairs.keep(late))).toBe('log');
  });

  it('what is made ready bit by bit is all of it, and again after a change', () => {
    const filterPairs = createPairFilter(rows);
    expect(filterPairs.prepare()).toBe(false);
    expect(namesOf(filterPairs.keep(filterOf('order_123')))).toBe('buy');
  });

  it('a filter without any condition gives back the very list', () => {
    expect(keepPairs(rows, { kind: 'all', of: [] })).toBe(rows.pairs);
  });
});
