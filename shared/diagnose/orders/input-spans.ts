/** From when until when each input shows events: what lies outside, it cannot have seen. */
import type { Side, TrackedEvent } from '../../model/event.ts';
import type { InputId, TimeMs } from '../../model/fact.ts';

export type Span = { first: TimeMs; last: TimeMs };
export type InputSpans = {
  take(events: Iterable<TrackedEvent>): void;
  /** A span that has grown is another object. */
  of(side: Side): ReadonlyMap<InputId, Span>;
};

export function createInputSpans(): InputSpans {
  const spans: Record<Side, Map<InputId, Span>> = { browser: new Map(), server: new Map() };

  function takeOne({ side, source, seenAt, at }: TrackedEvent): void {
    const time = seenAt ?? at;
    const span = spans[side].get(source.input) ?? { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
    if (time >= span.first && time <= span.last) return;
    spans[side].set(source.input, { first: Math.min(span.first, time), last: Math.max(span.last, time) });
  }

  return {
    take(events) {
      for (const event of events) takeOne(event);
    },
    of: (side) => spans[side],
  };
}
