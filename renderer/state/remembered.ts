/** Results that are computed once for the same arguments, and forgotten with the session that they are about. */

const forgetters = new Set<() => void>();

/** Gives the last result again for the same arguments, so that selectors stay stable. For modules: it lives on. */
export function remembered<A extends unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { args: A; result: R } | null = null;
  onForget(() => {
    last = null;
  });
  return (...args) => {
    if (last === null || args.some((arg, index) => !Object.is(arg, last?.args[index]))) {
      last = { args, result: compute(...args) };
    }
    return last.result;
  };
}

/** `forget` lets go of what is kept of a session. */
export function onForget(forget: () => void): void {
  forgetters.add(forget);
}

/** Another session, or none: nothing of the last one may stay in memory. */
export function forgetAll(): void {
  for (const forget of forgetters) forget();
}
