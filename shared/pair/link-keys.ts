/** The keys by which events can find each other: one side puts them down, the other side looks them up. */
import { idCore, idForm } from './id-forms.ts';
import { pairThresholds } from './thresholds.ts';
import type { Traits } from './traits.ts';

/**
 * Completeness matters, not precision: two events that any rule may join have a key in common, whichever of them looks.
 * An edge between two events without one would be missed when only one of them changes.
 */
export type LinkKeys = { put: string[]; look: string[] };

export function linkKeys(traits: Traits): LinkKeys {
  const { event, name } = traits;
  const own: string[] = [];
  for (const id of [event.eventId, traits.misplacedId]) {
    if (id !== null) own.push(`id|${idForm(id)}`, `number|${idCore(id)}`);
  }
  if (traits.order !== null) own.push(`number|${idCore(traits.order)}`);
  if (traits.fbp !== null) own.push(`fbp|${name}|${traits.fbp}`);
  for (const id of traits.externalIds) own.push(`external|${name}|${id}`);
  for (const contact of traits.contacts) own.push(`${contact}|${name}`);
  const { put, look } = anonymousKeys(traits);
  return { put: [...own, ...put], look: [...own, ...look] };
}

/**
 * Content and money find twins without visitor, order or id. Those must be close on one of two clocks: a span of time
 * and its neighbours hold them all.
 */
function anonymousKeys({ name, money, contentIds, receivedAt, event }: Traits): LinkKeys {
  const keys: LinkKeys = { put: [], look: [] };
  const clocks = { event: event.at, receipt: receivedAt };
  for (const [clock, at] of Object.entries(clocks)) {
    const span = Math.floor(at / pairThresholds.anonymousGapMs);
    for (const what of [money, contentIds]) {
      if (what === null) continue;
      const key = `${clock}|${name}|${what}|`;
      keys.put.push(key + span);
      keys.look.push(key + (span - 1), key + span, key + (span + 1));
    }
  }
  return keys;
}
