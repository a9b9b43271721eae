/** Waits for something to become true without sleeping for luck: asks again until it holds or the time is up. */
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Resolves with the first result of `check` that is neither false, null nor undefined. An error that `check`
 * throws counts as "not yet"; the last one is rethrown when `withinMs` is over.
 */
export async function eventually<T>(
  check: () => T | Promise<T>,
  { withinMs }: { withinMs: number },
): Promise<Exclude<T, false | null | undefined>> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    let failure: unknown = new Error(`Not true within ${withinMs} ms: ${check}`);
    try {
      const result = await check();
      if (result !== false && result !== null && result !== undefined) {
        return result as Exclude<T, false | null | undefined>;
      }
    } catch (error) {
      failure = error;
    }
    if (performance.now() >= deadline) throw failure;
    await pause(10);
  }
}
