/** Events and scripts of a whole session, as the cases that look at all of one need them. */
import type { BrowserEvent, TrackedEvent } from '../../../shared/model/event.ts';
import type { ScriptCall } from '../../../shared/model/sign.ts';
import { browserEvent, second, serverEvent, start, visitor } from '../../support/events.ts';
import type { Case } from './case.ts';

export const minute = 60 * second;
type Action = { number: number; at: number; offsetMs?: number; seenAt?: number; only?: 'browser' | 'server' };
/** One order with both copies, or one of them. */
export function order({ number, at, offsetMs = 0, seenAt = at + second, only }: Action): TrackedEvent[] {
  const own = {
    eventId: `order-${number}`,
    customData: { value: 49.9, currency: 'EUR', content_ids: ['A1'], order_id: String(number) },
    fbp: `fb.1.1795496100000.${number}`,
  };
  const events: TrackedEvent[] = [];
  if (only !== 'server') events.push(browserEvent({ ...own, id: `b${number}`, at, other: {} }));
  if (only !== 'browser') events.push(serverEvent({ ...own, id: `s${number}`, at: at + offsetMs, seenAt }));
  return events;
}
export const orders = (count: number, one: (number: number) => Omit<Action, 'number'>) =>
  Array.from({ length: count }, (_, at) => order({ number: at + 1, ...one(at + 1) })).flat();
export const everyMinute = (number: number) => ({ at: start + number * minute });
export const pageView = (own: Partial<BrowserEvent> & Pick<BrowserEvent, 'id'>) =>
  browserEvent({ eventName: 'PageView', eventId: null, customData: {}, ...own });
export const scriptCall = (own: Partial<ScriptCall>): ScriptCall => ({
  ...{ kind: 'config', key: 'c1', input: 0, at: start, datasetId: '1234567890', page: 'https://shop.example/' },
  ...{ outcome: 'sent', answer: '200', userAgent: visitor.userAgent },
  ...own,
});
export const loader = (own: Partial<ScriptCall> = {}) =>
  scriptCall({ kind: 'loader', key: 'l1', datasetId: null, ...own });
export const healthy: Case = {
  name: 'healthy orders on a page whose script arrived',
  events: [...orders(12, everyMinute), pageView({ id: 'b99', at: start + 200 })],
  signs: [loader(), scriptCall({})],
};
