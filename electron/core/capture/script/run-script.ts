/** Runs a Playwright script in a process of its own against the recorded browser, and hears of its steps and its end. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Source } from '../../source.ts';
import { type ScriptSettings, SETTINGS_VARIABLE } from './child-messages.ts';
import { entryFile, type ScriptExit, startChild } from './script-child.ts';
import type { ScriptPlan } from './script-plan.ts';

export type ScriptRun = Source & {
  /** Never rejects. `failure`: a sentence; null where the script ended well. */
  ended: Promise<{ failure: string | null }>;
};

export type ScriptNeeds = Pick<ScriptSettings, 'endpoint' | 'url'> & {
  onStep(name: string, at: number): void;
  /** What the script prints, on either stream. */
  onOutput(text: string): void;
};

export function runScript(plan: ScriptPlan, needs: ScriptNeeds): ScriptRun {
  const folder = mkdtempSync(join(tmpdir(), `twinlane-script-${process.pid}-`));
  let current: ReturnType<typeof startChild> | null = null;
  let isClosed = false;
  const start = (args: string[], isHeard: boolean): Promise<ScriptExit> => {
    if (isClosed) return Promise.resolve({ code: 0, failure: null, projects: [] });
    current = startChild(args, {
      cwd: plan.kind === 'test' ? dirname(plan.config ?? plan.file) : process.cwd(),
      env: { ...process.env, ...environmentFor(plan, needs) },
      onStep: needs.onStep,
      onOutput: isHeard ? needs.onOutput : () => undefined,
    });
    return current.exited;
  };
  const ended = travel(plan, { start, folder }).then(async (exit) => {
    await rm(folder, { recursive: true, force: true });
    return { failure: exit.code === 0 ? null : failureOf(plan, exit) };
  });
  return {
    ended,
    async close() {
      isClosed = true;
      await current?.end();
      await ended;
    },
  };
}

type Start = (args: string[], isHeard: boolean) => Promise<ScriptExit>;

async function travel(plan: ScriptPlan, { start, folder }: { start: Start; folder: string }): Promise<ScriptExit> {
  if (plan.kind === 'node') return start([entryFile('main')], true);
  const common = [plan.cli, 'test', pattern(plan.file), '--config', plan.config ?? plainConfig(plan.file, folder)];
  const reporter = entryFile('reporter');
  const listed = await start([...common, '--list', `--reporter=${reporter}`], false);
  const project = listed.projects.find(({ browser }) => browser === 'chromium');
  if (listed.code !== 0) return listed;
  if (project === undefined) {
    return { ...listed, code: 1, failure: 'none of its projects is for Chromium, which is what Twinlane records' };
  }
  const chosen = project.name === '' ? [] : [`--project=${project.name}`];
  const once = ['--workers=1', '--retries=0', `--output=${join(folder, 'output')}`];
  return start([...common, ...chosen, ...once, `--reporter=list,${reporter}`], true);
}

/** Playwright Test takes a regular expression over the whole path. */
function pattern(file: string): string {
  return `^${file.replaceAll('\\', '/').replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;
}

/** For a test without a configuration: without one, Playwright Test takes only files that are called `*.spec` or `*.test`. */
function plainConfig(file: string, folder: string): string {
  const path = join(folder, 'playwright.config.cjs');
  const settings = { testDir: dirname(file), testMatch: basename(file).replaceAll(/[[\]{}()*?!]/g, '?') };
  writeFileSync(path, `module.exports = ${JSON.stringify(settings)};\n`, { mode: 0o600 });
  return path;
}

function environmentFor({ file, playwright }: ScriptPlan, { endpoint, url }: ScriptNeeds): NodeJS.ProcessEnv {
  const settings: ScriptSettings = { endpoint, file, url, playwright };
  const preload = `--import=${entryFile('preload', 'url')}`;
  return {
    [SETTINGS_VARIABLE]: JSON.stringify(settings),
    NODE_OPTIONS: [process.env.NODE_OPTIONS, preload].filter(Boolean).join(' '),
    FORCE_COLOR: '0',
  };
}

function failureOf({ file }: ScriptPlan, { code, failure }: ScriptExit): string {
  const why = failure ?? (code === null ? 'it was ended from outside' : `it ended with status ${code}`);
  return `The script ${basename(file)} failed: ${firstLines(why)}`;
}

const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const LONGEST_REASON = 400;

/** The first two lines that say something, without colours and without the log that Playwright adds. */
function firstLines(text: string): string {
  const [reason = ''] = text.replaceAll(escapes, '').split(/^\s*Call log:/m);
  const lines = reason.split('\n').map((line) => line.trim());
  const said = lines.filter((line) => line !== '').slice(0, 2);
  return said.join(' ').slice(0, LONGEST_REASON);
}
