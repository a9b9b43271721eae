/** Every fault that the demo shop can be given, in the order of the panel. */
import { contentFaults } from './content.ts';
import { deliveryFaults } from './delivery.ts';
import type { Fault } from './fault.ts';
import { identifierFaults } from './identifiers.ts';
import { matchKeyFaults } from './match-keys.ts';
import { repeatFaults } from './repeats.ts';

const all = [...identifierFaults, ...repeatFaults, ...matchKeyFaults, ...contentFaults, ...deliveryFaults] as const;

export type FaultId = (typeof all)[number]['id'];

export const faults: readonly (Fault & { id: FaultId })[] = all;

export const faultGroups: readonly { title: string; faults: readonly (Fault & { id: FaultId })[] }[] = [
  { title: 'Identifiers', faults: identifierFaults },
  { title: 'Repeats, delay, coverage', faults: repeatFaults },
  { title: 'Match keys', faults: matchKeyFaults },
  { title: 'Content', faults: contentFaults },
  { title: 'Delivery and privacy', faults: deliveryFaults },
];

export function isFaultId(value: unknown): value is FaultId {
  return faults.some(({ id }) => id === value);
}
