/** Tells both lanes of what a visitor did: queues the server's events and returns the page's calls. */
import type { JsonObject } from '../../../shared/model/json.ts';
import { type FaultId, faults } from '../faults/list.ts';
import { type PixelCall, twoLanes } from './action.ts';
import type { Backend } from './backend.ts';
import type { Visitor, VisitorClock } from './visitor.ts';

/** What happened, before the shop adds who and when. Without an id it gets one of its own. */
type Happening = { eventName: string; eventId?: string; url: string; customData: JsonObject };

export type Tell = (visitor: Visitor, happening: Happening) => PixelCall[];

export type TellOptions = VisitorClock & { backend: Backend; active: ReadonlySet<FaultId> };

export function createTell({ now, random, backend, active }: TellOptions): Tell {
  const counts = new Map<string, number>();
  const newId = (name: string) => {
    const digits = Math.floor(random() * 0xffffffff).toString(16);
    return `${name.toLowerCase()}-${digits.padStart(8, '0')}`;
  };

  return (visitor, { eventName, eventId = newId(eventName), url, customData }) => {
    const nth = (counts.get(eventName) ?? 0) + 1;
    counts.set(eventName, nth);
    const action = { eventName, eventId, at: now(), url, customData, visitor, contact: visitor.contact, nth };
    const { calls, sends } = twoLanes(
      action,
      faults.filter(({ id }) => active.has(id)),
    );
    backend.send(sends);
    return calls;
  };
}
