/** Before and after: every rule that a field shows has an example, and it holds against the rule's own cases. */
import { describe, expect, it } from 'vitest';
import { beforeAndAfter, codesWithExample } from '../../../shared/diagnose/before-after/before-after.ts';
import { fieldNotes } from '../../../shared/diagnose/field-notes.ts';
import { rules } from '../../../shared/diagnose/rules.ts';
import type { TrackedEvent } from '../../../shared/model/event.ts';
import { noIdentity } from '../../../shared/model/identity.ts';
import { browserEvent, judge, serverEvent } from '../../support/events.ts';
import { cases } from './cases.ts';

/** No field of the pair shows them: a call that was lost, a second send, the shop's orders, a whole address. */
const withoutFields = [
  'dup.browser-repeat',
  'dup.browser-twins',
  'dup.server-repeat',
  'dup.server-twins',
  'delivery.aborted',
  'delivery.blocked',
  'delivery.failed',
  'delivery.rejected',
  'request.invalid',
  'coverage.no-order',
  'privacy.options-differ',
  'privacy.plain-pii',
];

function exampleOf(events: readonly TrackedEvent[], identity = noIdentity) {
  return {
    browser: events.find((event) => event.side === 'browser') ?? null,
    server: events.find((event) => event.side === 'server') ?? null,
    events,
    notes: fieldNotes(events, identity),
  };
}

it('every rule over a pair has an example, or stands among those that no field shows', () => {
  const codes = rules.map(({ code }) => code);
  expect([...codesWithExample, ...withoutFields].sort()).toEqual([...codes].sort());
});

describe.each([...codesWithExample])('%s', (code) => {
  it.each(cases[code]?.fires ?? [])(
    'shows a field that should look otherwise: $name',
    ({ events, signs = [], options }) => {
      const { findings, pairs } = judge(events, { ...options, signs });
      const finding = findings.find((each) => each.code === code);
      const pair = pairs.find(({ key }) => key === finding?.pair);
      const own = [...(pair?.browser ?? []), ...(pair?.server ?? [])];
      const ofPair = own.flatMap((id) => events.find((event) => event.id === id) ?? []);
      const cells = beforeAndAfter(code, exampleOf(ofPair, options?.identity)).flatMap((field) => field.cells);
      const changed = cells.filter(
        ({ now, wanted }) => wanted.kind !== 'kept' && !(wanted.kind === 'value' && wanted.text === now),
      );
      expect(changed.length).toBeGreaterThan(0);
      expect(cells.filter(({ now, wanted }) => wanted.kind === 'value' && wanted.text === now)).toEqual([]);
    },
  );
});

it('the server takes over the id of the page, and the page keeps its own', () => {
  const events = [browserEvent({ id: 'b1', eventId: 'order-1001' }), serverEvent({ id: 's1', eventId: '1001' })];
  expect(beforeAndAfter('id.mismatch', exampleOf(events))).toEqual([
    {
      field: 'event_id',
      group: 'identity',
      cells: [
        { side: 'browser', now: 'order-1001', wanted: { kind: 'kept' } },
        { side: 'server', now: '1001', wanted: { kind: 'value', text: 'order-1001' } },
      ],
    },
  ]);
});

it('cents become units on the side that sent cents', () => {
  const custom = (value: number) => ({ customData: { value, currency: 'EUR' } });
  const events = [browserEvent({ id: 'b1', ...custom(49.9) }), serverEvent({ id: 's1', ...custom(4990) })];
  const [field] = beforeAndAfter('content.value-differs', exampleOf(events));
  expect(field?.cells.map(({ wanted }) => wanted)).toEqual([{ kind: 'kept' }, { kind: 'value', text: '49.9' }]);
});

it('of two values that are merely different neither is claimed to be right', () => {
  const custom = (value: number) => ({ customData: { value, currency: 'EUR' } });
  const events = [browserEvent({ id: 'b1', ...custom(49.9) }), serverEvent({ id: 's1', ...custom(53.4) })];
  const [field] = beforeAndAfter('content.value-differs', exampleOf(events));
  expect(field?.cells.map(({ wanted }) => wanted.kind)).toEqual(['form', 'form']);
});
