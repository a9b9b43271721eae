/** A visit of several actions or of a special kind, told by hand: near misses, and faults that need more than one action. */
import type { ActionKind, Draft } from './draft.ts';
import { makeDraft } from './draft.ts';
import type { Telling } from './log-styles.ts';
import type { Random } from './random.ts';
import { type Sale, saleOf } from './sales.ts';
import type { CapiSend, PixelSend, ScriptCall } from './sends.ts';
import type { Visitor } from './visitor.ts';
import type { VerdictCounts } from './what-meta-counts.ts';

/** Where a scene plays. */
export type Stage = {
  random: Random;
  /** ms. */
  at: number;
  /** A new order number, unique in the session. */
  order(): string;
  /** A dataset that nothing else uses. */
  dataset(): string;
  /** The sales of the drafts that were made on it, read when they are final. */
  sales: (() => Sale | null)[];
};

type Action = { pixel: PixelSend[]; capi: CapiSend[] };

export type Scene = {
  /** Each with all its sends. Several that Meta takes for one stand in `swallowed`. */
  actions: Action[];
  /** Pixel events that no server sends, each an action of its own. */
  around?: PixelSend[];
  /** Server events that are no action: they tell more of an earlier one. */
  amendments?: CapiSend[];
  scripts?: ScriptCall[];
  marks?: string[];
  /** Where the count by actions does not hold: the scene says itself what Meta makes of it. */
  outcome?: { verdicts: VerdictCounts; countedByMeta: number; distinctActions: number | null };
  /** What the shop has of it, where that is not one paid order for each Purchase. */
  sales?: Sale[];
  /** A log of its own: what is said of a stream is said of one log. */
  ownLog?: boolean;
};

export type SceneKind = {
  name: string;
  codes?: readonly string[];
  tolerated?: readonly string[];
  onlyInfo?: readonly string[];
  needsLog?: readonly Telling[];
  play(stage: Stage): Scene;
};

/** A healthy action of this stage, `afterMs` into the visit. */
export function act(
  { random, at, order, sales }: Stage,
  { kind, afterMs = 0, visitor }: { kind: ActionKind; afterMs?: number; visitor?: Visitor },
): Draft {
  const draft = makeDraft({ random, at: at + afterMs, order: order(), kind, ...(visitor && { visitor }) });
  sales.push(saleOf(draft));
  return draft;
}

/** Drafts as they are, one action each. */
export function sceneOf(...drafts: Draft[]): Scene {
  return {
    actions: drafts.map(({ pixel, capi }) => ({ pixel, capi })),
    around: drafts.flatMap(({ around }) => around),
    scripts: drafts.flatMap(({ scripts }) => scripts),
  };
}

/** One copy taken out of a draft; throws where it is not there. */
export function only<Send>(sends: readonly Send[]): Send {
  const [first, second] = sends;
  if (first === undefined || second !== undefined) throw new Error('There is not exactly one send.');
  return first;
}
