/** The keys by which events can find each other: two events that any rule may join share at least one. */
import { idCore, idForm } from './id-forms.ts';
import { pairThresholds } from './thresholds.ts';
import type { Traits } from './traits.ts';

/**
 * Keys of one event. Completeness matters, not precision: an edge between two events without a common key would be
 * missed when only one of them changes.
 */
export function linkKeys(traits: Traits): string[] {
  const { event, name } = traits;
  const keys: string[] = [];
  for (const id of [event.eventId, traits.misplacedId]) {
    if (id !== null) keys.push(`id|${idForm(id)}`, `number|${idCore(id)}`);
  }
  if (traits.order !== null) keys.push(`number|${idCore(traits.order)}`);
  if (traits.fbp !== null) keys.push(`fbp|${name}|${traits.fbp}`);
  for (const id of traits.externalIds) keys.push(`external|${name}|${id}`);
  for (const contact of traits.contacts) keys.push(`${contact}|${name}`);
  return [...keys, ...weakKeys(traits)];
}

/** Content and money find twins without visitor or order, within one span of time; its neighbour covers the border. */
function weakKeys({ name, money, contentIds, receivedAt }: Traits): string[] {
  const span = Math.floor(receivedAt / pairThresholds.weakEvidenceMs);
  return [money, contentIds].flatMap((what) =>
    what === null ? [] : [`weak|${name}|${what}|${span}`, `weak|${name}|${what}|${span + 1}`],
  );
}
