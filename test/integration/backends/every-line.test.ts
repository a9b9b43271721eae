/** Every line of every page is sound in its language, and every command of ours is one that we take. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { parseCommandLine } from '../../../electron/cli/parse.ts';
import { exampleAddresses, fillIn } from '../../../shared/backends/addresses.ts';
import type { Snippet } from '../../../shared/backends/backend.ts';
import { backends } from '../../../shared/backends/backends.ts';
import { versionOf } from '../../support/connected-server.ts';

type Checker = { program: string; args: string[]; forms: ((text: string) => string)[] };

const asItIs = (text: string) => text;
const asPhp = (text: string) => (text.startsWith('<?php') ? text : `<?php\n${text}`);
const checkers: Partial<Record<Snippet['language'], Checker>> = {
  sh: { program: 'sh', args: ['-n'], forms: [asItIs] },
  js: { program: process.execPath, args: ['--check', '-'], forms: [asItIs] },
  python: { program: 'python3', args: ['-c', 'import ast, sys; ast.parse(sys.stdin.read())'], forms: [asItIs] },
  php: { program: 'php', args: ['-l'], forms: [asPhp, (text) => asPhp(`return [${text}];`)] },
  ruby: { program: 'ruby', args: ['-c'], forms: [asItIs] },
};

const snippets = backends.flatMap(({ id, ways }) =>
  ways.flatMap((way) => way.snippets.map(({ place, language, text }) => ({ id, place, language, text }))),
);
const checked = snippets.filter(({ language }) => checkers[language] !== undefined);

test.for(checked)('$id, $place: sound as $language', async ({ language, text }, context) => {
  const checker = checkers[language];
  if (checker === undefined || (await versionOf(checker.program, '--version')) === null) {
    if (language !== 'sh') return context.skip(`${checker?.program} is not installed`);
  }
  const lines = fillIn(text, exampleAddresses);
  expect(checker?.forms.some((form) => isSound(checker, form(lines)))).toBe(true);
});

function isSound({ program, args }: Checker, input: string): boolean {
  try {
    execFileSync(program, args, { input, stdio: ['pipe', 'ignore', 'ignore'] });
    return true;
  } catch {
    return false;
  }
}

const commands = snippets.flatMap(({ id, text }) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('twinlane '))
    .map((line) => ({ id, line: fillIn(line, exampleAddresses) })),
);

test.for(commands)('$id: $line is taken', ({ line }) => {
  const words = execFileSync('sh', ['-c', `twinlane() { printf '%s\\n' "$@"; }\n${line}`], { encoding: 'utf8' });
  expect(parseCommandLine(words.trimEnd().split('\n'))).toMatchObject({ name: 'record' });
});
