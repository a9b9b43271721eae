/** Knows items again that an endpoint answers more than once, by their content, in bounded memory. */
import { createHash } from 'node:crypto';

const maxItems = 200_000;

export type SeenItems = {
  /** True the first time. */
  isNew(item: string): boolean;
};

export function createSeenItems(): SeenItems {
  const seen = new Set<string>();
  return {
    isNew(item) {
      const mark = createHash('sha256').update(item).digest('base64').slice(0, 24);
      const isNew = !seen.delete(mark);
      seen.add(mark);
      const [oldest] = seen;
      if (seen.size > maxItems && oldest !== undefined) seen.delete(oldest);
      return isNew;
    },
  };
}
