/** How sure a rule is, in words for people. */
import type { Confidence } from '../model/finding.ts';

export const confidenceWords: Record<Confidence, string> = {
  high: 'High: documented or recorded, and seen directly',
  medium: 'Medium: weighed from what was seen',
  low: 'Low: our own estimate',
};
