/** The form of a fault: how a healthy visit breaks, and what a correct judge then says. */
import type { ActionKind, Draft } from './draft.ts';
import type { Telling } from './log-styles.ts';

export type Fault = {
  name: string;
  /** Codes that it brings by itself; what follows from the count is added by `whatMetaCounts`. */
  codes: readonly string[];
  /** Other true ways to tell it. */
  tolerated?: readonly string[];
  /** What it breaks: two faults of one visit share none of these. */
  touches: readonly Part[];
  /** Actions at which it can happen; all where it is not given. */
  only?: readonly ActionKind[];
  /** What the server's log must tell for anybody to see it. */
  needsLog?: readonly Telling[];
  /** It takes away signs by which copies without a shared id are known to be one action. */
  weakens?: boolean;
  apply(draft: Draft): void;
};

export type Part = (typeof everyPart)[number];

/** For faults that take a whole copy away: nothing else can happen to it. */
export const everyPart = [
  'id',
  'time',
  'pixel-send',
  'capi-send',
  'twin',
  'again',
  'user-data',
  'em',
  'fbp',
  'fbc',
  'ip',
  'user-agent',
  'value',
  'currency',
  'items',
  'order',
  'request',
  'page',
  'privacy',
] as const;

export const withGoods: readonly ActionKind[] = ['Purchase', 'AddToCart', 'InitiateCheckout'];
