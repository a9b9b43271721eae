/** Starts a core of its own for each session that is to be seen beside the one of this host, and ends them all. */
import { type ChildProcess, fork } from 'node:child_process';
import { resolve } from 'node:path';
import { Refusal } from '../../../shared/api/errors.ts';
import { entryFile } from '../entry-file.ts';
import type { Source } from '../source.ts';
import type { FromSecond, ToSecond } from './messages.ts';

export type SecondCores = Source & {
  /** Resolves to the address at which the session is shown; the same while it is. Refused where it cannot be opened. */
  open(path: string): Promise<string>;
};

const entry = { source: 'process.ts', bundle: 'second-core.js' };

/** A core that does not close in this time is ended. */
const closingMs = 5000;

export function createSecondCores({ homeFolder, rendererDir }: Omit<ToSecond, 'do' | 'path'>): SecondCores {
  const children = new Set<ChildProcess>();
  const addresses = new Map<string, Promise<string>>();

  function start(path: string): Promise<string> {
    const child = fork(entryFile(import.meta.dirname, entry), [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const url = addressOf(child);
    const forget = () => void addresses.delete(path);
    children.add(child);
    addresses.set(path, url);
    url.catch(forget);
    child.once('exit', () => {
      children.delete(child);
      if (addresses.get(path) === url) forget();
    });
    child.send({ do: 'serve', path, homeFolder, rendererDir } satisfies ToSecond);
    return url;
  }

  return {
    open: (asked) => {
      const path = resolve(asked);
      return addresses.get(path) ?? start(path);
    },
    close: async () => {
      await Promise.all([...children].map(end));
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((done, refuse) => {
    child.once('message', (message: FromSecond) => {
      if (message.did === 'serve') done(message.url);
      else refuse(new Refusal('unreadable-file', message.message));
    });
    child.once('error', (cause) => refuse(new Refusal('internal', CANNOT_START, { cause })));
    child.once('exit', () => refuse(new Refusal('internal', CANNOT_START)));
  });
}

const CANNOT_START = 'Another window could not be opened: its core did not start. This one is as it was.';

/** It ends by itself when the pipe is closed, also where this process dies. */
function end(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    const force = setTimeout(() => child.kill('SIGKILL'), closingMs);
    child.once('exit', () => {
      clearTimeout(force);
      done();
    });
    if (child.connected) child.disconnect();
  });
}
