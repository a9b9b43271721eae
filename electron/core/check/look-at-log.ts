/** Looks at a followed log: whether its files can be read, whether they grow, and what was found in them. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import type { Input, TimeMs } from '../../../shared/model/fact.ts';
import { plural } from '../../../shared/view/plural.ts';
import { filesOf, isGlob } from '../intake/expand-glob.ts';
import { isFiles } from '../intake/server-log.ts';
import type { Tried } from './tried.ts';

type Look = {
  input: Input;
  lastEventAt: TimeMs | null;
  since: TimeMs;
  now: TimeMs;
  /** What was told of a command or a polled address, where it does not work now. */
  trouble: string | null;
};

/** `input.name` is the file or the glob that is followed; `since` is when the recording began. */
export async function lookAtLog(look: Look): Promise<Tried> {
  const { input } = look;
  if (!isFiles(input.name)) return foundLive(look);
  const files = await filesOf(input.name);
  if (files.length === 0)
    return failed(`No file matches ${input.name} yet.`, 'Check the pattern; files that come later are followed too.');
  const states = await Promise.all(files.map(stateOf));
  const bad = states.find((state) => typeof state === 'string');
  if (bad !== undefined) return failed(bad, adviceFor(input.name));
  const grownAt = Math.max(...states.map((state) => (typeof state === 'string' ? 0 : state.modifiedAt)));
  return found(look, grownAt);
}

/** A command, a polled address or standard input: only what came from it can be told. */
function foundLive({ input, lastEventAt, now, trouble }: Look): Tried {
  if (trouble !== null)
    return failed(
      trouble,
      'Mend what it says: a polled address is tried again, a command starts with the next recording.',
    );
  if (lastEventAt !== null) {
    return { state: 'ok', detail: `The last payload came ${ago(now - lastEventAt)} ago.`, advice: null };
  }
  if (input.records === 0) return waiting('Nothing came from it yet.', 'Make your backend send an event.');
  return waiting(
    'Something came from it, but nothing in it was a Conversions API payload so far.',
    'Make your backend send an event, and log the body of its requests to Meta.',
  );
}

/** File systems tell times coarsely. */
const coarseMs = 2_000;

function found({ lastEventAt, since, now }: Look, grownAt: TimeMs): Tried {
  if (lastEventAt !== null) {
    const detail = `Readable, and growing: the last payload came ${ago(now - lastEventAt)} ago.`;
    return { state: 'ok', detail, advice: null };
  }
  if (grownAt < since - coarseMs) {
    return waiting(
      `Readable, but nothing was written to it since the recording began; the last line is ${ago(now - grownAt)} old.`,
      'Make your backend send an event. If the file still does not grow, your backend logs somewhere else.',
    );
  }
  return waiting(
    'Readable, and growing, but nothing in it was a Conversions API payload so far.',
    "Make your backend log the body of its requests to Meta: at debug level, or with one line before the SDK's execute().",
  );
}

async function stateOf(path: string): Promise<{ modifiedAt: TimeMs } | string> {
  try {
    await access(path, constants.R_OK);
    const found = await stat(path);
    return found.isDirectory() ? `${path} is a folder, not a file.` : { modifiedAt: found.mtimeMs };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') return `${path} is not there yet.`;
    return code === 'EACCES' || code === 'EPERM' ? `${path} may not be read by you.` : `${path} cannot be read.`;
  }
}

function adviceFor(name: string): string {
  const glob = isGlob(name) ? '' : ' A folder is followed by a glob such as log/*.log.';
  return `Check the path and its permissions: it is followed as soon as it can be read.${glob}`;
}

function failed(detail: string, advice: string): Tried {
  return { state: 'failed', detail, advice };
}

function waiting(detail: string, advice: string): Tried {
  return { state: 'waiting', detail, advice };
}

function ago(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 120) return plural(seconds, 'second');
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? plural(minutes, 'minute') : plural(Math.round(minutes / 60), 'hour');
}
