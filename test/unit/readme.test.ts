/** The README says nothing that the project does not: its figures are the bench's, its commands are there. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const readme = read('README.md');

type Measured = { value?: number };

it('shows every figure of the bench with the value that was measured last', () => {
  const { figures } = JSON.parse(read('test/bench/results.json')) as { figures: Record<string, Measured> };
  for (const [name, { value }] of Object.entries(figures)) {
    const row = readme.split('\n').find((line) => line.startsWith(`| ${name} |`));
    expect(row, name).toBeDefined();
    if (value !== undefined) expect(row).toMatch(new RegExp(`\\| ${value} (?:×|ms|a second|GB) \\|`));
  }
});

it('names only npm scripts that exist', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...readme.matchAll(/npm run ([a-z-]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

it('names only files that exist', () => {
  const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path);
  for (const path of links)
    expect(() => read(path === 'docs/decisions' ? `${path}/0001-three-hosts.md` : path)).not.toThrow();
});
