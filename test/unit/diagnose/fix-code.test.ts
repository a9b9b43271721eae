/** The examples of fixes belong to findings that exist, and each is code of its language. */
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { codesWithFix, fixCodeOf } from '../../../shared/diagnose/fix-code/fix-code.ts';
import { rules } from '../../../shared/diagnose/rules.ts';
import { sessionRules } from '../../../shared/diagnose/session-rules.ts';

const sdk = ['user-data', 'custom-data', 'server-event', 'event-request', 'content']
  .map((name) => readFileSync(`node_modules/facebook-nodejs-business-sdk/src/objects/serverside/${name}.js`, 'utf8'))
  .join('\n');

const known = [...rules, ...sessionRules].map((rule) => rule.code);

test.each(codesWithFix)('%s is a finding, and has an example', (code) => {
  expect(known).toContain(code);
  expect(fixCodeOf(code).length).toBeGreaterThan(0);
});

test('a finding that no code mends has no example', () => {
  expect(fixCodeOf('delivery.blocked')).toEqual([]);
});

const javascript = codesWithFix.flatMap((code) =>
  fixCodeOf(code).flatMap(({ stack, text }) =>
    stack === 'node' || stack === 'fbq' ? [[code, stack, text] as const] : [],
  ),
);

test.each(javascript)('the example for %s in %s is JavaScript', (_, __, text) => {
  expect(() => new Script(`async () => { ${text}\n }`)).not.toThrow();
});

test.each(javascript.filter(([, stack]) => stack === 'node'))(
  "the example for %s names only setters of Meta's SDK",
  (_, __, text) => {
    for (const [setter] of text.matchAll(/\bset[A-Z]\w+(?=\()/g)) {
      if (setter !== 'setTimeout') expect(sdk).toContain(`${setter}(`);
    }
  },
);
