/** One visit with its truth: what was done, what left, and what a correct judge must say of it. */
import type { LogStyle } from './log-styles.ts';
import type { Sale } from './sales.ts';
import type { CapiSend, PixelSend, ScriptCall } from './sends.ts';
import type { VerdictCounts } from './what-meta-counts.ts';

export type Truth = {
  /** Finding codes that must be told, folded ones included. */
  codes: readonly string[];
  /** Codes that may be told as well: another true way to say the same. */
  tolerated: readonly string[];
  /** Those of `codes` that must be no more than information. */
  onlyInfo: readonly string[];
  verdicts: VerdictCounts;
  countedByMeta: number;
  /** Null where nobody can tell from the outside. */
  distinctActions: number | null;
};

export type Visit = {
  /** `v17`: unique in the session. */
  id: string;
  /** What it is, for whoever debugs a disagreement. */
  name: string;
  /** Its server's log. Visits of one log share a file. */
  log: { file: string; style: LogStyle };
  pixel: PixelSend[];
  capi: CapiSend[];
  scripts: ScriptCall[];
  /** The shop's orders in it. */
  sales: Sale[];
  /** Texts that stand in findings about it which name no event: its page, its dataset. */
  marks: string[];
  truth: Truth;
};
