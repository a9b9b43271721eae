/** What a figure of the bench is: two things measured in the same run, and the one number that follows. */

/** A number that means the same on every machine, with what it was computed from. */
export type Measured = {
  value: number;
  /** The two sides as they were on this machine, for people who want to check: `direct 0.08 ms`. */
  detail: string;
};

export type Skipped = { skipped: string };

export type Figure = {
  /** Stable: README and results.json call it so. */
  name: string;
  what: string;
  unit: 'times' | 'ms' | 'per second' | 'GB';
  goal: { atMost: number } | { atLeast: number };
  /** `skipped` says why it cannot be measured here. */
  measure(): Promise<Measured | Skipped>;
};

export function meetsGoal(figure: Figure, value: number): boolean {
  return 'atMost' in figure.goal ? value <= figure.goal.atMost : value >= figure.goal.atLeast;
}

/** Two decimals: more would only be noise. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
