/** Something that is wrong or worth knowing, with its evidence and its fix. Codes are those of FINDINGS.md. */
import type { EventId } from './event.ts';

export type Severity = 'error' | 'warning' | 'info';

/** How sure the rule is of what it says, given what it saw: documented and exact, or weighed. */
export type Confidence = 'high' | 'medium' | 'low';

export type Finding = {
  /** Stable while events arrive: code and what it is about. */
  key: string;
  code: string;
  severity: Severity;
  /** What is wrong, in a few words. */
  title: string;
  /** What was seen, with the values, and what it does to the count or the match. */
  detail: string;
  /** What to change, naming the field in code. */
  fix: string;
  /** What Meta's Events Manager calls it; null where it has no name for it. */
  eventsManager: string | null;
  /** What the rule rests on: Meta's documents by their titles, or what was recorded. */
  source: string;
  confidence: Confidence;
  /** Key of the pair it is about; null where it is about a stream or a request. */
  pair: string | null;
  events: EventId[];
  evidence: { browser: string | null; server: string | null };
  /** Code of the finding that explains this one, in the same pair or over the session: shown folded under it. */
  causedBy: string | null;
};
