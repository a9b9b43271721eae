/** Whether a copy carries a field, and whether it can be said to lack it: a log that leaves it out proves nothing. */
import { identityKeys } from '../model/identity.ts';
import type { EventRow } from '../view/rows.ts';
import type { FilterSubject } from './subject.ts';

const customerKeys: ReadonlySet<string> = new Set([
  ...identityKeys,
  'fbp',
  'fbc',
  'client_ip_address',
  'client_user_agent',
  'subscription_id',
  'fb_login_id',
  'lead_id',
  'anon_id',
  'madid',
  'page_id',
  'page_scoped_user_id',
  'ctwa_clid',
  'ig_account_id',
  'ig_sid',
]);

/** The browser tells Meta both by itself: they are no parameters of the Pixel. */
const toldByBrowser: ReadonlySet<string> = new Set(['client_ip_address', 'client_user_agent']);

export function carries(copy: EventRow, key: string, { pair, findings }: FilterSubject): boolean {
  switch (key) {
    case 'event_id':
      return copy.eventId !== null;
    case 'event_source_url':
      return copy.url !== null;
    case 'order_id':
      return pair.order !== null || copy.keys.includes(key);
    case 'issue':
      return findings.length > 0;
    default:
      return copy.keys.includes(key);
  }
}

export function lacks(copy: EventRow, key: string, subject: FilterSubject): boolean {
  if (copy.side === 'browser' && toldByBrowser.has(key)) return false;
  if (copy.hidden.includes(customerKeys.has(key) ? 'userData' : 'customData')) return false;
  return !carries(copy, key, subject);
}
