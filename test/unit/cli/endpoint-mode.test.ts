/** The options of the test endpoint on the command line. */
import { describe, expect, test } from 'vitest';
import { endpointInWords, readEndpointMode } from '../../../electron/cli/endpoint-mode.ts';
import { parseCommandLine } from '../../../electron/cli/parse.ts';

function modeOf(...options: string[]) {
  const command = parseCommandLine(['record', ...options]);
  return command.name === 'record' ? command.options.record.endpointMode : null;
}

test.each([
  [[], { validation: 'strict', forward: false, allow: [] }],
  [['--endpoint-strict'], { validation: 'strict', forward: false, allow: [] }],
  [['--endpoint-lenient'], { validation: 'lenient', forward: false, allow: [] }],
  [['--forward', '--endpoint-forward'], { validation: 'strict', forward: true, allow: [] }],
  [
    ['--endpoint-allow', 'host.docker.internal', '--endpoint-allow', '172.17.0.0/16', '--endpoint-allow', 'fd00::1'],
    { validation: 'strict', forward: false, allow: ['host.docker.internal', '172.17.0.0/16', 'fd00::1'] },
  ],
])('%j is read', (options, mode) => {
  expect(modeOf(...options)).toEqual(mode);
});

describe('refused in one line', () => {
  test.each([
    [['--endpoint-strict', '--endpoint-lenient'], /exclude each other/],
    [['--endpoint-forward'], /needs --forward/],
    [['--endpoint-forward', '--hold'], /needs --forward/],
    [['--endpoint-allow', '*'], /host name/],
    [['--endpoint-allow', 'a b'], /host name/],
    [['--endpoint-allow', '172.17.0.0/33'], /host name/],
    [['--endpoint-allow', '999.1.1.1'], /host name/],
    [['--endpoint-allow', 'http://host'], /host name/],
  ])('%j', (options, why) => {
    expect(() => modeOf(...options)).toThrow(why);
  });
});

test('what a person should know is said, and nothing where all is as it is by itself', () => {
  expect(endpointInWords(readEndpointMode({}, 'hold'))).toBe('');
  const values = { 'endpoint-lenient': true, 'endpoint-forward': true, 'endpoint-allow': ['10.0.0.1'] };
  const words = endpointInWords(readEndpointMode(values, 'forward'));
  expect(words).toMatch(/would refuse.*sender's own token.*10\.0\.0\.1/);
});
