import { expect, it } from 'vitest';
import { checkNode } from '../../../electron/cli/check-node.ts';

it('a Node that the database driver crashes on is refused in one line that says what to do', () => {
  expect(() => checkNode('20.20.2')).toThrow(/^Node 20\.20\.2 is too old to run Twinlane: use npm start/);
  expect(() => checkNode('22.0.0')).not.toThrow();
  expect(() => checkNode('24.21.0')).not.toThrow();
});
