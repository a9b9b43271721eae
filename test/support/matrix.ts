/**
 * `npm run matrix`: runs every test that notes what it tried, keeps the results in test/matrix/results.json and puts the
 * table between the markers of the README. With `--print` the table of the last run is printed and nothing else is done.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { release, tmpdir, type } from 'node:os';
import { join, resolve } from 'node:path';
import { type Matrix, matrixMarkers, matrixTable, settled, withMatrix } from './matrix-table.ts';
import { TRIED_FOLDER, type TriedResult } from './tried.ts';

const root = resolve(import.meta.dirname, '..', '..');
const resultsFile = join(root, 'test', 'matrix', 'results.json');
const readme = join(root, 'README.md');

if (process.argv.includes('--print')) {
  console.log(matrixTable(JSON.parse(readFileSync(resultsFile, 'utf8')) as Matrix));
} else {
  process.exitCode = takeMatrix();
}

/** The exit status: that of the tests. */
function takeMatrix(): number {
  const folder = mkdtempSync(join(tmpdir(), 'twinlane-tried-'));
  try {
    const files = testsThatNote();
    const { status } = spawnSync('vitest', ['run', ...files], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, [TRIED_FOLDER]: folder },
      shell: process.platform === 'win32',
    });
    keep(resultsIn(folder));
    return status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function testsThatNote(): string[] {
  return globSync('test/**/*.test.ts', { cwd: root }).filter((file) =>
    /from '[./]+support\/tried\.ts'/.test(readFileSync(join(root, file), 'utf8')),
  );
}

function resultsIn(folder: string): TriedResult[] {
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as TriedResult),
  );
}

function keep(results: TriedResult[]): void {
  const taken = new Date().toISOString().slice(0, 10);
  const matrix: Matrix = { taken, machine: `${system()}, Node ${process.versions.node}`, rows: settled(results) };
  writeFileSync(resultsFile, `${JSON.stringify(matrix, null, 2)}\n`);
  const table = matrixTable(matrix);
  const text = withMatrix(readFileSync(readme, 'utf8'), table);
  if (text === null) console.log(`${table}\n\nREADME.md has no ${matrixMarkers.begin}, so the table was printed only.`);
  else writeFileSync(readme, text);
}

function system(): string {
  try {
    const name = /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
    if (name !== undefined) return name;
  } catch {
    // Not a Linux: its own name does.
  }
  return `${type()} ${release()}`;
}
