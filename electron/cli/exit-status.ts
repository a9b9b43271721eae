/** Exit statuses of REPORT.md. */
export const exitStatus = {
  done: 0,
  /** A `--fail-on` condition holds. */
  condition: 1,
  /** The command line or an input is unusable. */
  unusable: 2,
  /** A failure of our own. */
  unexpected: 3,
} as const;
