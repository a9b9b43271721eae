/** SHA-256, SHA-1 and MD5 give what the platform's own give, for any text. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { md5 } from '../../shared/meta/md5.ts';
import { sha1 } from '../../shared/meta/sha1.ts';
import { sha256 } from '../../shared/meta/sha256.ts';

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((codes) => String.fromCharCode(...codes)),
);

test.each([
  ['sha256', sha256],
  ['sha1', sha1],
  ['md5', md5],
] as const)('%s of any text is what node:crypto says', (algorithm, hash) => {
  const expected = (text: string) => createHash(algorithm).update(text).digest('hex');
  fc.assert(
    fc.property(texts, (text) => {
      expect(hash(text)).toBe(expected(text));
    }),
    { numRuns: 500 },
  );
  for (let length = 0; length <= 130; length++) expect(hash('x'.repeat(length))).toBe(expected('x'.repeat(length)));
});
