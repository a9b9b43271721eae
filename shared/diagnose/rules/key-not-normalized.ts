/** The hash is that of an un-normalized form of a value that we know. */
import { tellHashFaults } from '../field-faults.ts';
import { normalizationAdvice } from '../normalization-advice.ts';
import type { Rule } from '../rule.ts';

export const keyNotNormalized: Rule = {
  code: 'key.not-normalized',
  severity: 'error',
  title: 'A value was not normalized before hashing',
  eventsManager: null,
  source: "Meta: Customer information parameters; Meta's SDKs; Twinlane: evidence of the recordings",
  confidence: 'high',
  check(view) {
    return tellHashFaults(view, {
      fault: 'not-normalized',
      effect: 'Meta hashes the normalized value, so the two never meet and the person is not found by this field.',
      fix: normalizationAdvice,
    });
  },
};
