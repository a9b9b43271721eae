/** A hash that nobody can stand behind: of nothing, of another algorithm, hashed twice, of another field, no hash at all. */
import { tellHashFaults } from '../field-faults.ts';
import { normalizationAdvice } from '../normalization-advice.ts';
import type { Rule } from '../rule.ts';

export const keyBadHash: Rule = {
  code: 'key.bad-hash',
  severity: 'error',
  title: 'A hash that can match nobody',
  eventsManager: null,
  source: 'Meta: Customer information parameters; Twinlane: evidence of the recordings',
  confidence: 'high',
  check(view) {
    return tellHashFaults(view, {
      fault: 'bad',
      effect: 'Meta can find no person by it, and takes it for one all the same.',
      fix: (key) =>
        `Hash once, and only where there is a value; leave the field out where there is none. ${normalizationAdvice(key)}`,
    });
  },
};
