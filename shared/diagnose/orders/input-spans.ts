/** From when until when each input shows events: what lies outside, it cannot have seen. */
import type { Side, TrackedEvent } from '../../model/event.ts';
import type { InputId, TimeMs } from '../../model/fact.ts';

export type Span = { first: TimeMs; last: TimeMs };
export type InputSpans = {
  /** True where a span has grown. */
  take(event: TrackedEvent): boolean;
  of(side: Side): ReadonlyMap<InputId, Span>;
};

export function createInputSpans(): InputSpans {
  const spans: Record<Side, Map<InputId, Span>> = { browser: new Map(), server: new Map() };

  return {
    take({ side, source, seenAt, at }) {
      const time = seenAt ?? at;
      const span = spans[side].get(source.input);
      if (span === undefined) {
        spans[side].set(source.input, { first: time, last: time });
        return true;
      }
      const hasGrown = time < span.first || time > span.last;
      span.first = Math.min(span.first, time);
      span.last = Math.max(span.last, time);
      return hasGrown;
    },
    of: (side) => spans[side],
  };
}
