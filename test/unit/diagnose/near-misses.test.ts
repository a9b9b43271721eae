/** What the score over generated sessions found to be told wrongly, as the smallest events that show it. */
import { describe, expect, it } from 'vitest';
import type { TrackedEvent } from '../../../shared/model/event.ts';
import { browserEvent, codesOf, hour, judge, second, serverEvent, start } from '../../support/events.ts';

describe('near misses', () => {
  it('time.late: a sale in a store that is uploaded in the evening is not late, a website event is', () => {
    const sale = { id: 's1', seenAt: start + 9 * hour } as const;
    expect(codesOf([serverEvent({ ...sale, actionSource: 'physical_store' })])).not.toContain('time.late');
    expect(codesOf([serverEvent({ ...sale, actionSource: 'website' })])).toContain('time.late');
  });

  it('delivery.rejected: a refused event that was sent again and taken is not lost', () => {
    const refused = serverEvent({
      id: 's1',
      outcome: 'rejected',
      rejection: { code: 2, subcode: null, message: 'Service temporarily unavailable' },
    });
    const retry = serverEvent({ id: 's2', seenAt: start + 20 * second });
    expect(codesOf([browserEvent({ id: 'b1' }), refused, retry])).toEqual(['dup.server-repeat']);
    expect(codesOf([browserEvent({ id: 'b1' }), refused])).toContain('delivery.rejected');
  });

  it('coverage.server-missing: a dataset to which no server sends misses nothing', () => {
    const agency = (eventName: string) => browserEvent({ id: 'b2', datasetId: '777', eventName });
    const pair = [browserEvent({ id: 'b1' }), serverEvent({ id: 's1' })];
    expect(codesOf([...pair, agency('Purchase')])).toEqual([]);
    const itsOwn = serverEvent({ id: 's2', datasetId: '777', eventId: 'order-1002', customData: { order_id: '1002' } });
    expect(codesOf([...pair, agency('Purchase'), itsOwn])).toContain('coverage.server-missing');
  });

  it('content.order-differs: a repeat does not hide that the copies number the order differently', () => {
    const customData = { value: 49.9, currency: 'EUR', content_ids: ['A1'], order_id: '77001' };
    const server = (id: 's1' | 's2') => serverEvent({ id, customData });
    const codes = codesOf([browserEvent({ id: 'b1' }), server('s1'), server('s2')]);
    expect(codes).toEqual(['content.order-differs', 'dup.server-repeat']);
  });

  it('time.clock-offset: each server log has its own clock', () => {
    const pairOf = (number: number, { input, offsetMs }: { input: number; offsetMs: number }) => {
      const at = start + number * 600 * second;
      const own = { eventId: `e${number}`, customData: { value: 1, currency: 'EUR', order_id: `90${number}` } };
      const source = { input, at: `line ${number}` };
      return [
        browserEvent({ id: `b${number}`, at, ...own }),
        serverEvent({ id: `s${number}`, at: at + offsetMs, seenAt: at + 2 * second, source, ...own }),
      ];
    };
    const right = [1, 2, 3, 4, 5].flatMap((number) => pairOf(number, { input: 1, offsetMs: -2 * hour }));
    const left = [6, 7, 8, 9, 10].flatMap((number) => pairOf(number, { input: 2, offsetMs: -7 * hour }));
    const told = codesOf([...right, ...left]).filter((code) => code === 'time.clock-offset');
    expect(told).toHaveLength(2);
  });

  it('dup.server-repeat: what follows an unanswered send in a log that shows answers is a retry', () => {
    const severityOf = (...events: TrackedEvent[]) =>
      judge(events).findings.find(({ code }) => code === 'dup.server-repeat')?.severity;
    const unanswered = serverEvent({ id: 's1', outcome: 'logged', answer: null });
    const again = serverEvent({ id: 's2', seenAt: start + 20 * second });
    expect(severityOf(unanswered, again)).toBe('info');
    expect(severityOf(unanswered, { ...again, outcome: 'logged', answer: null })).toBe('warning');
    expect(severityOf(unanswered, { ...again, source: { input: 7, at: 'line 1' } })).toBe('warning');
  });

  it('delivery.blocked: a second call of an action whose server copy counts loses nothing', () => {
    const blocked = { outcome: 'blocked', answer: null } as const;
    const calls = [browserEvent({ id: 'b1', ...blocked }), browserEvent({ id: 'b2', eventId: 'z', ...blocked })];
    const told = judge([...calls, serverEvent({ id: 's1' })]).findings.filter(
      ({ code }) => code === 'delivery.blocked',
    );
    expect(told).toHaveLength(2);
    for (const { detail } of told) expect(detail).toContain('Its server copy counts');
  });

  it('delivery.rejected: a refused event without id that was sent again and taken is not lost', () => {
    const call = browserEvent({ id: 'b1', eventId: null });
    const refused = serverEvent({ id: 's1', eventId: null, outcome: 'rejected' });
    const retry = serverEvent({ id: 's2', eventId: null, seenAt: start + 20 * second });
    expect(codesOf([call, refused, retry])).toEqual(['id.missing-both']);
    expect(codesOf([call, refused])).toContain('delivery.rejected');
  });

  it('dup.double-counted: a log that does not tell its dataset proves no double count where there are several', () => {
    const { findings, pairs } = judge([
      browserEvent({ id: 'b1' }),
      browserEvent({ id: 'b2', datasetId: '777', eventName: 'PageView', eventId: null, customData: {} }),
      serverEvent({ id: 's1', datasetId: null }),
    ]);
    const double = findings.find(({ code }) => code === 'dup.double-counted');
    expect(double).toMatchObject({ severity: 'warning', fix: expect.stringContaining('--dataset') });
    expect(pairs.find(({ server }) => server.length > 0)?.why).toContain('the dataset is not known');
  });

  it('dup.server-twins: where the Pixel fired twice and the server followed, that is the cause', () => {
    const copies = (number: 1 | 2, at: number) => [
      browserEvent({ id: `b${number}`, eventId: `load-${number}`, at, other: { it: String(at) } }),
      serverEvent({ id: `s${number}`, eventId: `load-${number}`, at: at + second }),
    ];
    const { findings } = judge([...copies(1, start), ...copies(2, start + hour)]);
    expect(findings.map(({ code, causedBy }) => [code, causedBy])).toEqual([
      ['dup.browser-twins', null],
      ['dup.server-twins', 'dup.browser-twins'],
    ]);
  });
});
