/** The customer information of a server event, normalized and hashed as Meta's documentation asks. */
import { createHash } from 'node:crypto';
import type { JsonObject } from '../../../shared/model/json.ts';
import { deliveryArea } from './catalogue.ts';
import type { Contact, Visitor } from './visitor.ts';

const hashed = (value: string): string[] => [createHash('sha256').update(value).digest('hex')];
const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}]/gu, '');

export function firstAndLastName(name: string): { first: string; last: string } {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  return { first, last: rest.join(' ') };
}

function contactData({ email, phone, name }: Contact): JsonObject {
  const { first, last } = firstAndLastName(name);
  const values: [string, string][] = [
    ['em', email.trim().toLowerCase()],
    ['ph', phone.replace(/\D/g, '').replace(/^0+/, '')],
    ['fn', letters(first)],
    ['ln', letters(last)],
    ['ct', letters(deliveryArea.ct)],
    ['country', deliveryArea.country],
  ];
  return Object.fromEntries(values.filter(([, value]) => value !== '').map(([key, value]) => [key, hashed(value)]));
}

export function userData(visitor: Visitor, contact: Contact | null): JsonObject {
  return {
    ...(contact === null ? {} : contactData(contact)),
    external_id: hashed(visitor.id),
    client_ip_address: visitor.ip,
    client_user_agent: visitor.userAgent,
    fbp: visitor.fbp,
    ...(visitor.fbc === null ? {} : { fbc: visitor.fbc }),
  };
}
