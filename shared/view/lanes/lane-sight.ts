/** Which pairs a filter leaves in sight, and which of them differ from before. */
import type { Pair } from '../../model/pair.ts';

export type LaneSight = {
  has(pairKey: string): boolean;
  /**
   * `visible` null: nothing is filtered. Returns the keys of the pairs that may have left or come into sight; `all` where
   * that is any of them, and null where nothing is different.
   */
  change(visible: readonly Pair[] | null): ReadonlySet<string> | 'all' | null;
};

/** A longer stretch than this is another filter, not a session that grows. */
const fewPairs = 1000;

export function createLaneSight(): LaneSight {
  let last: readonly Pair[] | null = null;
  let keys = new Set<string>();

  return {
    has: (key) => last === null || keys.has(key),
    change(visible) {
      if (visible === last) return null;
      const before = last;
      last = visible;
      const stretch = before === null || visible === null ? null : differing(before, visible);
      if (stretch === null) {
        keys = new Set(visible?.map(({ key }) => key));
        return 'all';
      }
      const [gone, come] = stretch;
      for (const { key } of gone) keys.delete(key);
      for (const { key } of come) keys.add(key);
      return new Set([...gone, ...come].map(({ key }) => key));
    },
  };
}

/** The stretches in which two lists differ; null where they are long. */
function differing(before: readonly Pair[], now: readonly Pair[]): [readonly Pair[], readonly Pair[]] | null {
  const most = Math.min(before.length, now.length);
  let from = 0;
  while (from < most && before[from] === now[from]) from += 1;
  let same = 0;
  while (same < most - from && before[before.length - 1 - same] === now[now.length - 1 - same]) same += 1;
  const [gone, come] = [before.slice(from, before.length - same), now.slice(from, now.length - same)];
  return gone.length + come.length > fewPairs ? null : [gone, come];
}
