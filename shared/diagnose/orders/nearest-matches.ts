/** Two kinds of things that happened, matched one for one, the nearest first; kept so as things of both kinds come and go. */
import type { Moment } from '../session/ordered.ts';

/** Whether one would rather be matched with who asks, `gapMs` away, than with whom it has. */
type Wants<Other> = (other: Other, gapMs: number) => boolean;

export type MatchedKinds<Left, Right> = {
  /** The nearest that may be matched and wants it; null where there is none. */
  nearestRight(left: Left, wants: Wants<Right>): Right | null;
  nearestLeft(right: Right, wants: Wants<Left>): Left | null;
  joined(left: Left, right: Right): void;
  parted(left: Left, right: Right): void;
};

export type NearestMatches<Left, Right> = {
  /** It came, or lost its match. */
  seatLeft(left: Left | null): void;
  seatRight(right: Right | null): void;
  /** Takes the match of one that goes apart; returns who is left alone, to be seated. */
  unseatLeft(left: Left): Right | null;
  unseatRight(right: Right): Left | null;
  leftOf(right: string): Left | null;
};

type Half<Own, Other> = {
  matchOf: Map<string, Other>;
  ownerOf: Map<string, Own>;
  nearest(own: Own, wants: Wants<Other>): Other | null;
  joined(own: Own, other: Other): void;
  parted(own: Own, other: Other): void;
};

/**
 * The result is that of taking all possible matches by their gap (then by the names of left and right), each thing once.
 * Kept as stable matchings are: who comes takes the nearest that would rather have it, and who lost its match then takes
 * the next in the same way. What each takes is farther than what it lost, so this ends.
 */
export function createNearestMatches<Left extends Moment, Right extends Moment>(
  kinds: MatchedKinds<Left, Right>,
): NearestMatches<Left, Right> {
  const [rightOf, leftOf] = [new Map<string, Right>(), new Map<string, Left>()];
  const { nearestLeft, nearestRight, joined, parted } = kinds;
  const leftHalf: Half<Left, Right> = { matchOf: rightOf, ownerOf: leftOf, nearest: nearestRight, joined, parted };
  const rightHalf: Half<Right, Left> = {
    matchOf: leftOf,
    ownerOf: rightOf,
    nearest: nearestLeft,
    joined: (right, left) => joined(left, right),
    parted: (right, left) => parted(left, right),
  };
  return {
    seatLeft: (left) => seat(left, leftHalf),
    seatRight: (right) => seat(right, rightHalf),
    unseatLeft: (left) => unseat(left, leftHalf),
    unseatRight: (right) => unseat(right, rightHalf),
    leftOf: (right) => leftOf.get(right) ?? null,
  };
}

function seat<Own extends Moment, Other extends Moment>(first: Own | null, half: Half<Own, Other>): void {
  let own = first;
  while (own !== null) {
    const other = half.nearest(own, wantsOf(own, half));
    if (other === null) return;
    const rival = half.ownerOf.get(other.key) ?? null;
    if (rival !== null) unseat(rival, half);
    half.matchOf.set(own.key, other);
    half.ownerOf.set(other.key, own);
    half.joined(own, other);
    own = rival;
  }
}

function unseat<Own extends Moment, Other extends Moment>(own: Own, half: Half<Own, Other>): Other | null {
  const other = half.matchOf.get(own.key);
  if (other === undefined) return null;
  half.matchOf.delete(own.key);
  half.ownerOf.delete(other.key);
  half.parted(own, other);
  return other;
}

function wantsOf<Own extends Moment, Other extends Moment>(own: Own, { ownerOf }: Half<Own, Other>): Wants<Other> {
  return (other, gapMs) => {
    const rival = ownerOf.get(other.key);
    if (rival === undefined) return true;
    const rivalGapMs = Math.abs(rival.at - other.at);
    return gapMs < rivalGapMs || (gapMs === rivalGapMs && own.key < rival.key);
  };
}
