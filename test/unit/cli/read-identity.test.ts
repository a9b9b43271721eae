/** The tester's own details: read in two forms, refused clearly, and never quoted. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readIdentity } from '../../../electron/cli/read-identity.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

function identityOf(content: string | Buffer) {
  const path = join(temporaryFolder(), 'me.txt');
  writeFileSync(path, content);
  return readIdentity(path);
}

function refusalOf(content: string | Buffer): string {
  try {
    identityOf(content);
  } catch (error) {
    return String(error);
  }
  return 'no refusal';
}

it('lines of key and value are read, with the names that people use', () => {
  const text =
    '# me\nE-Mail: Ada@Mail.example\nphone = +49 170 1234567\n\nname: Ada van Brandt\ndate of birth: 1987-03-09\nzip:\n';
  expect(identityOf(text)).toEqual({
    em: ['Ada@Mail.example'],
    ph: ['+49 170 1234567'],
    fn: ['Ada'],
    ln: ['van Brandt'],
    db: ['1987-03-09'],
  });
});

it('JSON is read, lists and numbers too, and two names of one field are put together', () => {
  const text = '{"email":["a@mail.example","b@mail.example"],"em":"c@mail.example","zip":1067,"city":null}';
  expect(identityOf(text)).toEqual({ em: ['a@mail.example', 'b@mail.example', 'c@mail.example'], zp: ['1067'] });
});

it.each([
  ['ada@secret.example', 'has no “key: value” in line 1'],
  ['email: ada@secret.example\nsecret.example: x', 'names a field in line 2'],
  ['{"email": "ada@secret.example"', 'begins like JSON and is not JSON'],
  ['["ada@secret.example"]', 'must hold one JSON object'],
  ['{"email": {"secret": 1}}', 'has something else than texts in field 1'],
  ['{"secret": "ada@secret.example"}', 'names a field in field 1'],
  ['# nothing\n', 'holds no value'],
  ['email:', 'holds no value'],
  ['x'.repeat(100_001), 'is too large'],
  [Buffer.from([0x65, 0x6d, 0x3a, 0xff, 0xfe]), 'is not UTF-8 text'],
])('%j is refused in one sentence without its content', (content, why) => {
  expect(refusalOf(content)).toContain(why);
  expect(refusalOf(content)).toContain('--identity: ');
  expect(refusalOf(content)).not.toContain('secret');
});

it('a file that is not there is refused with its name', () => {
  expect(() => readIdentity(join(temporaryFolder(), 'gone.txt'))).toThrow(
    /--identity: .*gone\.txt cannot be read \(ENOENT\)/,
  );
});
