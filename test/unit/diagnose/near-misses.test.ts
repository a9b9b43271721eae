/** What the score over generated sessions found to be told wrongly, as the smallest events that show it. */
import { describe, expect, it } from 'vitest';
import { browserEvent, codesOf, hour, second, serverEvent, start } from '../../support/events.ts';

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
});
