/** What a view core answers from: everything that a window can ask of a session. */
import type { CallOutput } from '../../shared/api/contract.ts';
import type { TrackedEvent } from '../../shared/model/event.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { PageLoad } from '../../shared/model/page-load.ts';
import type { Pair } from '../../shared/model/pair.ts';
import type { Step } from '../../shared/model/step.ts';
import type { FieldComparison } from '../../shared/view/rows.ts';

export type ViewSession = {
  events: TrackedEvent[];
  pairs: Pair[];
  findings: Finding[];
  comparisons: Record<string, FieldComparison[]>;
  raw: Record<string, CallOutput<'event.get'>['raw']>;
  steps?: Step[];
  pageLoads?: PageLoad[];
};

export const emptySession: ViewSession = { events: [], pairs: [], findings: [], comparisons: {}, raw: {} };
