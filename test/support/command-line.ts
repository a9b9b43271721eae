/** Runs the command line as a person does: a child process with its own home. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { eventually } from './eventually.ts';

const root = resolve(import.meta.dirname, '..', '..');
const entry = join(root, 'electron', 'cli', 'index.ts');

export type Ended = { status: number | null; out: string; err: string };

export type RunningCommand = {
  child: ChildProcessWithoutNullStreams;
  out(): string;
  err(): string;
  /** The first line of JSON on standard output. */
  ready(): Promise<Record<string, string>>;
  ended: Promise<Ended>;
};

type Surroundings = { home: string; input?: string; env?: Record<string, string> };

export function start(args: string[], { home, input, env: more }: Surroundings): RunningCommand {
  const env = { ...process.env, TWINLANE_HOME: home, NODE_NO_WARNINGS: '1', ...more };
  const child = spawn(process.execPath, [entry, ...args], { cwd: root, env });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  if (input !== undefined) child.stdin.write(input);
  child.stdin.end();
  const ended = new Promise<Ended>((done) => child.on('close', (status) => done({ status, out, err })));
  const ready = async () => {
    await eventually(() => out.includes('\n') || child.exitCode !== null, { withinMs: 40_000 });
    if (!out.startsWith('{')) throw new Error(`No ready line. ${err}`);
    return JSON.parse(out.slice(0, out.indexOf('\n'))) as Record<string, string>;
  };
  return { child, out: () => out, err: () => err, ready, ended };
}

export function run(args: string[], options: Surroundings): Promise<Ended> {
  return start(args, options).ended;
}
