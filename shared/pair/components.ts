/** Groups events that share link keys, so that a new event concerns only the group that it belongs to. */
import { linkKeys } from './link-keys.ts';
import type { Traits } from './traits.ts';

export type Component = { members: Map<string, Traits>; keys: Set<string>; pairKeys: Set<string> };

export type Components = {
  /** Puts the event into its group, uniting groups that it connects; returns that group and those that went up in it. */
  place(traits: Traits): { component: Component; absorbed: Component[] };
  all(): Iterable<Component>;
};

export function createComponents(): Components {
  const byKey = new Map<string, Component>();
  const byEvent = new Map<string, Component>();
  const all = new Set<Component>();

  function unite(found: Set<Component>): { component: Component; absorbed: Component[] } {
    const [largest, ...rest] = [...found].sort((a, b) => b.members.size - a.members.size);
    const component = largest ?? { members: new Map(), keys: new Set(), pairKeys: new Set() };
    all.add(component);
    for (const small of rest) absorb(component, small);
    return { component, absorbed: rest };
  }

  function absorb(into: Component, small: Component): void {
    for (const [id, traits] of small.members) {
      into.members.set(id, traits);
      byEvent.set(id, into);
    }
    for (const key of small.keys) {
      into.keys.add(key);
      byKey.set(key, into);
    }
    for (const key of small.pairKeys) into.pairKeys.add(key);
    all.delete(small);
  }

  function place(traits: Traits): { component: Component; absorbed: Component[] } {
    const keys = linkKeys(traits);
    const known = byEvent.get(traits.event.id);
    const touched = keys.map((key) => byKey.get(key)).filter((each) => each !== undefined);
    const result = unite(new Set(known === undefined ? touched : [known, ...touched]));
    result.component.members.set(traits.event.id, traits);
    byEvent.set(traits.event.id, result.component);
    for (const key of keys) {
      result.component.keys.add(key);
      byKey.set(key, result.component);
    }
    return result;
  }

  return { place, all: () => all };
}
