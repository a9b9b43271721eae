/** A recording to which a real server program is connected by the lines of its page. Call it inside a test. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished } from 'vitest';
import { coreOver, createSession } from '../../electron/core/session.ts';
import { recordOptions } from '../../electron/core/session-options.ts';
import { type Addresses, fillIn } from '../../shared/backends/addresses.ts';
import type { Snippet } from '../../shared/backends/backend.ts';
import { backends } from '../../shared/backends/backends.ts';
import { eventually } from './eventually.ts';
import { temporaryFolder } from './temp-folder.ts';

const run = promisify(execFile);

export type Connected = {
  addresses: Addresses;
  /** Its `HOME`, and where it runs. */
  folder: string;
  /** The lines of a page, filled in: the backend's, where `place` begins so. */
  lines(backend: string, place: string): string;
  /** Puts a file there and returns its path. */
  file(name: string, text: string): string;
  /** Runs lines of a page and then a command in one shell, without any proxy variable of this machine. */
  shell(...lines: string[]): Promise<string>;
  /** Passes when the event has come in by that way and was taken. */
  expectEvent(eventId: string, by: 'endpoint' | 'proxy'): Promise<void>;
};

/** Calls are held: nothing leaves this machine. */
export async function connectServer(): Promise<Connected> {
  const session = createSession({ homeFolder: temporaryFolder() });
  const core = coreOver(session);
  onTestFinished(() => core.close());
  const input = { url: null, browser: 'none', mode: 'hold', firstParty: [], serverLogs: [] } as const;
  await session.record(recordOptions({ ...input, firstParty: [], serverLogs: [] }));
  const { endpoint, proxy, certificate, inputs } = session.desk.status.now();
  const addresses = { endpoint: endpoint ?? '', proxy: proxy ?? '', certificate: certificate ?? '' };
  const folder = temporaryFolder();
  return {
    addresses,
    folder,
    lines: (backend, place) => fillIn(snippetOf(backend, place).text, addresses),
    file(name, text) {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    async shell(...lines) {
      const options = { cwd: folder, env: cleanEnvironment(folder), timeout: 60_000 };
      const { stdout, stderr } = await run('sh', ['-ec', lines.join('\n')], options);
      return stdout + stderr;
    },
    async expectEvent(eventId, by) {
      const way = inputs.find(({ kind }) => kind === by)?.id;
      const found = await eventually(
        () =>
          session.desk
            .book()
            ?.pipeline.events()
            .find((event) => event.eventId === eventId),
        { withinMs: 5_000 },
      );
      expect(found).toMatchObject({ side: 'server', source: { input: way } });
      expect(['accepted', 'held']).toContain(found.outcome);
    },
  };
}

function snippetOf(backend: string, place: string): Snippet {
  const ways = backends.find(({ id }) => id === backend)?.ways ?? [];
  const snippets = ways.flatMap((way) => way.snippets);
  const exact = snippets.filter((snippet) => snippet.place === place);
  const found = exact.length > 0 ? exact : snippets.filter((snippet) => snippet.place.startsWith(place));
  const [snippet] = found;
  if (snippet === undefined || found.length > 1) throw new Error(`Which lines of ${backend}: “${place}”?`);
  return snippet;
}

function cleanEnvironment(home: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/proxy|_CA_|CERT|^NODE_(?!PATH)|^JAVA_|^PHP_/i.test(name),
  );
  return { ...Object.fromEntries(kept), HOME: home };
}

/** What the first line of a program's answer says, or null where the program is not here. */
export async function versionOf(command: string, ...args: string[]): Promise<string | null> {
  try {
    const { stdout, stderr } = await run(command, args, { timeout: 20_000 });
    return /\d+(\.\d+)+/.exec(stdout + stderr)?.[0] ?? '';
  } catch {
    return null;
  }
}
