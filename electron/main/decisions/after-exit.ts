/** What follows when a part of the app ends unasked. */

export type CoreExit = {
  isClosing: boolean;
  /** Why the core could not start, in its own words; null where it had started. */
  failure: string | null;
  /** How often it was started again in this run. */
  restarts: number;
};

export type CoreSequel = { next: 'nothing' } | { next: 'restart' } | { next: 'give-up'; text: string };

/** Once is bad luck and mended silently; twice is told. A core that could not start is not tried again. */
export function afterCoreExit({ isClosing, failure, restarts }: CoreExit): CoreSequel {
  if (isClosing) return { next: 'nothing' };
  if (failure !== null) return { next: 'give-up', text: failure };
  if (restarts === 0) return { next: 'restart' };
  return { next: 'give-up', text: 'Twinlane’s core ended unexpectedly, twice. What was recorded is on disk.' };
}

const MOST_RELOADS = 3;

/** The page holds no truth, so it is loaded again; not for ever. */
export function isReloadedAfterCrash(reason: string, reloads: number): boolean {
  return reason !== 'clean-exit' && reloads < MOST_RELOADS;
}
