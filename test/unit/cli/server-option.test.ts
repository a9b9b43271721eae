/** `--server`: when it is a file, and when a command. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readServerOption } from '../../../electron/cli/server-option.ts';
import { readServerLog } from '../../../electron/core/intake/server-log.ts';
import { recordOptions } from '../../../electron/core/session-options.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

test.each([
  ['app.log', 'app.log'],
  ['-', '-'],
  ['logs/*.log', 'logs/*.log'],
  ['node --version', 'cmd: node --version'],
  ['  node --version ', 'cmd: node --version'],
  ['cmd: node --version', 'cmd: node --version'],
  ['node', 'node'],
  ['no-such-program-of-twinlane logs.log', 'no-such-program-of-twinlane logs.log'],
  ['./node logs.log', './node logs.log'],
  ['/bin/sh -c x', '/bin/sh -c x'],
])('“%s” is read as “%s”', (value, expected) => {
  expect(readServerOption(value)).toBe(expected);
});

test('a file that has the name of a command is a file', () => {
  const path = join(temporaryFolder(), 'x');
  writeFileSync(path, '');
  const here = process.cwd();
  process.chdir(join(path, '..'));
  try {
    writeFileSync('node --version', '');
    expect(readServerOption('node --version')).toBe('node --version');
  } finally {
    process.chdir(here);
  }
});

test('cmd: without a command is refused', () => {
  expect(() => readServerLog('cmd: ')).toThrow('cmd: needs a command');
});

test('a guest may name files but no commands, and its words are never taken for one', () => {
  const asked = { url: null, browser: 'none', mode: 'hold', firstParty: [] } as const;
  const record = (...serverLogs: string[]) => recordOptions({ ...asked, firstParty: [], serverLogs });
  expect(record('app.log', 'cmd.log', 'node --version').serverLogs).toEqual(['app.log', 'cmd.log', 'node --version']);
  expect(readServerLog('node --version').kind).toBe('files');
  expect(() => record('app.log', 'CMD:rm -rf x')).toThrow('Commands run from the command line only');
});
