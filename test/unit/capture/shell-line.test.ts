import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellLine, shellsOf } from '../../../electron/core/capture/shell-line.ts';

const hostile = [
  'plain',
  'with space',
  '--proxy-bypass-list=<-loopback>',
  "it's",
  '$HOME `id` $(id) "quoted" \\ | & ; * ? ! # ~',
  'https://shop.example/?a=1&b=%20#c',
  '',
  '-',
];

test('a POSIX shell gives the program exactly the words that were quoted for it', () => {
  const print = 'process.stdout.write(JSON.stringify(process.argv.slice(1)))';
  const line = shellLine('sh', process.execPath, ['-e', print, '--', ...hostile]);
  const { stdout } = spawnSync('/bin/sh', ['-c', line], { encoding: 'utf8' });
  expect(JSON.parse(stdout)).toEqual(hostile);
});

test('PowerShell calls the program and takes nothing in the words for its own signs', () => {
  expect(shellLine('powershell', 'C:\\Program Files\\a.exe', ["it's", 'it’s', '<-loopback>', '$env:X'])).toBe(
    "& 'C:\\Program Files\\a.exe' 'it''s' 'it’’s' '<-loopback>' '$env:X'",
  );
});

test('the Command Prompt gets quotes around what it would take for a pipe or a redirection', () => {
  expect(
    shellLine('cmd', 'C:\\Program Files\\a.exe', ['--no-first-run', '--proxy-bypass-list=<-loopback>', 'a&b']),
  ).toBe('"C:\\Program Files\\a.exe" --no-first-run "--proxy-bypass-list=<-loopback>" "a&b"');
});

test('each system gets the shells that it has', () => {
  expect(shellsOf('win32')).toEqual(['powershell', 'cmd']);
  expect([shellsOf('linux'), shellsOf('darwin')]).toEqual([['sh'], ['sh']]);
});
