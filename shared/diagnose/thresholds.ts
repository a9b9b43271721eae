/** Every number that a diagnosis depends on, with its source. */

const minute = 60_000;

export const diagnoseThresholds = {
  /** FINDINGS: a server event is late when it leaves more than 60 s after the action. */
  lateMs: minute,
  /** Meta, best practices: real time, at most one hour. */
  veryLateMs: 60 * minute,
  /** Page caches of shop plugins commonly hold a page for half an hour. */
  reusedAfterMs: 30 * minute,
  /** A difference in value below this is rounding. */
  valueTolerance: 0.005,
} as const;
