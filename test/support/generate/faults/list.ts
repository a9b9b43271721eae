/** All faults that one healthy action can have, and which of them can happen together. */

import type { Fault } from '../fault.ts';
import type { Random } from '../random.ts';
import { contentFaults } from './content.ts';
import { deliveryFaults } from './delivery.ts';
import { duplicateFaults } from './duplicates.ts';
import { identifierFaults } from './identifiers.ts';
import { matchKeyFaults } from './match-keys.ts';
import { requestFaults } from './requests.ts';
import { timingFaults } from './timing.ts';

/** Faults that copy a send come last: they copy what the others did to it. */
export const faults: readonly Fault[] = [
  ...identifierFaults,
  ...timingFaults,
  ...matchKeyFaults,
  ...contentFaults,
  ...requestFaults,
  ...deliveryFaults,
  ...duplicateFaults,
];

/** So many different faults that do not meddle with each other, in the order in which they apply. */
export function pickTogether(random: Random, count: number): Fault[] {
  const chosen: Fault[] = [];
  for (const fault of random.shuffled(faults)) {
    if (chosen.length < count && [...chosen, fault].every((each, at, all) => fits(each, all.toSpliced(at, 1)))) {
      chosen.push(fault);
    }
  }
  return chosen.sort((a, b) => faults.indexOf(a) - faults.indexOf(b));
}

function fits(fault: Fault, others: readonly Fault[]): boolean {
  return others.every((other) => areApart(fault, other)) && hasAction([fault, ...others]);
}

function areApart(a: Fault, b: Fault): boolean {
  if (a.touches.some((part) => b.touches.includes(part))) return false;
  const breaksId = (fault: Fault) => fault.touches.includes('id') || fault.touches.includes('twin');
  // Nobody can know two sends for one action when both id and signs are gone.
  return !((a.weakens && (breaksId(b) || b.weakens)) || (b.weakens && breaksId(a)));
}

/** There is an action at which all of them can happen. */
function hasAction(together: readonly Fault[]): boolean {
  const limits = together.flatMap(({ only }) => (only === undefined ? [] : [only]));
  const [first, ...rest] = limits;
  return first === undefined || first.some((kind) => rest.every((limit) => limit.includes(kind)));
}
