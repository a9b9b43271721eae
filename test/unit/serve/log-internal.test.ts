/** What a failure of ours may say in a log. */
import { expect, it } from 'vitest';
import { internalLogText } from '../../../electron/core/serve/log-internal.ts';

it('the kind of the error, its place in the code and the failed call are logged, its message is not', () => {
  const error = new SyntaxError('Unexpected token in {"em":"jane@example.com"}\n    at line two of secrets');
  const text = internalLogText(error, 'session.open');
  expect(text).toMatch(/^twinlane: session\.open failed with SyntaxError\n\s+at .*log-internal\.test/);
  expect(text).not.toMatch(/jane|secrets/);
});

it.each(['a secret', { em: 'jane' }, undefined])(
  'a thrown value that is no Error is named by its type only',
  (thrown) => {
    expect(internalLogText(thrown, 'app.describe')).toBe(
      `twinlane: app.describe failed with a thrown ${typeof thrown}`,
    );
  },
);
