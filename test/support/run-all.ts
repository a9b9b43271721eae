/** `npm test`: types, lint, build, then every test project; ends with one line `N passed, N failed, N skipped`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { electronRuntime } from '../../electron/cli/electron-runtime.ts';
import { browserForTests } from './browser-for-tests.ts';

type Totals = { passed: number; failed: number; skipped: number };

const root = resolve(import.meta.dirname, '..', '..');
const totals: Totals = { passed: 0, failed: 0, skipped: 0 };

/** One step that passes or fails as a whole; its output goes straight to the terminal. */
function step(name: string, command: string[]): void {
  console.log(`\n── ${name}`);
  const [program = '', ...args] = command;
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  totals[status === 0 ? 'passed' : 'failed'] += 1;
}

/** Vitest's own counts, from its JSON report. A run that dies without one is a failure. */
function vitest(projects: string[]): void {
  console.log(`\n── tests: ${projects.join(', ')}`);
  const folder = mkdtempSync(join(tmpdir(), 'twinlane-tests-'));
  const report = join(folder, 'report.json');
  const args = [...projects.flatMap((name) => ['--project', name]), '--reporter=default', '--reporter=json'];
  const { status } = spawnSync('vitest', ['run', ...args, `--outputFile.json=${report}`], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const counted = readCounts(report);
  rmSync(folder, { recursive: true, force: true });
  totals.passed += counted.passed;
  totals.skipped += counted.skipped;
  totals.failed += status !== 0 && counted.failed === 0 ? 1 : counted.failed;
}

function readCounts(report: string): Totals {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  } catch (cause) {
    console.error(`No report of the tests: ${cause instanceof Error ? cause.message : String(cause)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

for (const folder of ['shared', 'electron', 'renderer', 'test']) step(`types: ${folder}`, ['tsc', '-p', folder]);
step('lint', ['biome', 'check', '.']);
step('unused code', ['knip']);
step('build', ['electron-vite', 'build', '--logLevel', 'warn']);

const browser = browserForTests();
if ('missing' in browser) console.error(`\nNo browser for the tests: ${browser.missing}`);
const runtime = electronRuntime();
if ('missing' in runtime) console.log(`\nThe tests in test/electron are skipped: ${runtime.missing}`);
vitest(['unit', 'integration', 'browser', 'electron']);

console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed === 0 ? 0 : 1;
