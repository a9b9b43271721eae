/** Decides how a script is run: by Playwright Test, or by Node alone. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { Refusal } from '../../../../shared/api/errors.ts';
import { playwrightCores, playwrightTestCli } from './find-playwright.ts';

export type ScriptPlan = {
  /** Absolute. */
  file: string;
  /** Our own Playwright's entry, for a script that has none beside it. */
  playwright: string | null;
} & ({ kind: 'node' } | { kind: 'test'; cli: string; config: string | null });

const configNames = ['ts', 'js', 'mts', 'mjs', 'cts', 'cjs'].map((ending) => `playwright.config.${ending}`);

/** Refuses a file that is not there and a script for which no Playwright can be found, before anything is started. */
export function planScript(given: string): ScriptPlan {
  const file = resolve(given);
  const text = readScript(file, given);
  const playwright = playwrightCores(file).length > 0 ? null : ownPlaywright();
  const isTest =
    /\.(?:spec|test)\.[cm]?[jt]sx?$/.test(file) || /['"](?:@playwright\/test|playwright\/test)['"]/.test(text);
  if (isTest) {
    const cli = playwrightTestCli(file);
    if (cli === null) throw missing('@playwright/test', file);
    return { file, playwright, kind: 'test', cli, config: configFor(file) };
  }
  if (playwright === null && playwrightCores(file).length === 0) throw missing('playwright-core', file);
  return { file, playwright, kind: 'node' };
}

function readScript(file: string, given: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Refusal('unreadable-file', `--script: ${given} cannot be read (${code}).`, { cause });
  }
}

function missing(name: string, file: string): Refusal {
  return new Refusal(
    'bad-input',
    `--script needs Playwright, which is not installed: run npm install --save-dev ${name} in ${dirname(file)}.`,
  );
}

function ownPlaywright(): string | null {
  try {
    return createRequire(import.meta.url).resolve('playwright-core');
  } catch {
    return null;
  }
}

/** The nearest one upwards, as a project has it. */
function configFor(file: string): string | null {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const found = configNames.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined) return found;
    if (dirname(folder) === folder) return null;
  }
}
