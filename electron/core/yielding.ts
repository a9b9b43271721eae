/** Lets other work in between the steps of a long one: calls of guests, and among them the one that ends it. */
import { setImmediate } from 'node:timers/promises';

/** Guests wait no longer than this. */
const sliceMs = 40;

/** Steps through `items` until `isStopped`; the last step is still done whole. Resolves to whether all were. */
export async function inSlices<T>(
  items: Iterable<T>,
  { isStopped }: { isStopped(): boolean },
  step: (item: T) => Promise<void> | undefined,
): Promise<boolean> {
  let sliceEnd = performance.now() + sliceMs;
  for (const item of items) {
    await step(item);
    if (performance.now() < sliceEnd) continue;
    await setImmediate();
    if (isStopped()) return false;
    sliceEnd = performance.now() + sliceMs;
  }
  return true;
}
