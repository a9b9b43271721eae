/** One thing that a visitor did, and what page and server say about it to Meta, faults included. */
import type { TimeMs } from '../../../shared/model/fact.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import type { Fault } from '../faults/fault.ts';
import { dataset } from './catalogue.ts';
import { userData } from './user-data.ts';
import type { Contact, Visitor } from './visitor.ts';

export type Action = {
  eventName: string;
  /** The same on both sides in a healthy shop. */
  eventId: string;
  at: TimeMs;
  url: string;
  customData: JsonObject;
  visitor: Visitor;
  contact: Contact | null;
  /** Counts the actions of this name in the shop, from 1. */
  nth: number;
};

/** `fbq('track', name, data, options)`. */
export type PixelCall = { name: string; data: JsonObject; options: JsonObject };

type CapiEvent = {
  event_name: string;
  /** Unix seconds. */
  event_time: number;
  event_id?: string;
  event_source_url: string;
  action_source: 'website';
  user_data: JsonObject;
  custom_data: JsonObject;
};

export type CapiSend = {
  dataset: string;
  event: CapiEvent;
  /** How long the queue keeps it. */
  heldMs: number;
  /** The answer never arrives. */
  isLost: boolean;
  /** The log shows the address with its access token. */
  isTokenLogged: boolean;
};

function healthySend(action: Action): CapiSend {
  const { eventName, eventId, at, url, customData, visitor, contact } = action;
  const event: CapiEvent = {
    event_name: eventName,
    event_time: Math.floor(at / 1000),
    event_id: eventId,
    event_source_url: url,
    action_source: 'website',
    user_data: userData(visitor, contact),
    custom_data: customData,
  };
  return { dataset, event, heldMs: 0, isLost: false, isTokenLogged: false };
}

/** What both sides send for an action: one call and one event, changed by the faults that are on. */
export function twoLanes(action: Action, active: readonly Fault[]): { calls: PixelCall[]; sends: CapiSend[] } {
  const { eventName, eventId, customData } = action;
  let calls: PixelCall[] = [{ name: eventName, data: customData, options: { eventID: eventId } }];
  let sends = [healthySend(action)];
  for (const fault of active) {
    if (fault.on !== 'every event' && !fault.on.includes(eventName)) continue;
    calls = fault.pixel?.(calls, action) ?? calls;
    sends = fault.capi?.(sends, action) ?? sends;
  }
  return { calls, sends };
}
