/** Neither e-mail nor phone on an event at which the visitor usually gave one. */
import { type Rule, showsUserData } from '../rule.ts';

const contactEvents = new Set(['Purchase', 'Lead', 'CompleteRegistration']);

export const keyMissingContact: Rule = {
  code: 'key.missing-contact',
  severity: 'info',
  title: 'The server event has neither e-mail nor phone',
  eventsManager: 'Send more customer information parameters',
  source: 'Meta: Customer information parameters',
  confidence: 'high',
  check({ server, pair }) {
    const hasContact = ({ userData }: (typeof server)[number]) => 'em' in userData || 'ph' in userData;
    const event = server.find((each) => showsUserData(each) && !hasContact(each));
    if (event === undefined || !contactEvents.has(event.eventName)) return null;
    return {
      detail: `At a ${pair.eventName} the visitor has usually given an e-mail or a phone number; they are Meta's strongest keys, and this event carries neither.`,
      fix: `Add user_data.em (trimmed, lower case, SHA-256) or user_data.ph (digits with country code, SHA-256); Meta's SDKs hash what setEmail and setPhone get.`,
      events: [event],
      server: 'em and ph are missing',
    };
  },
};
