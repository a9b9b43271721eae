/** The core inside a process of its own: takes orders and guests' ports from its parent until told to close. */
import type { FromCore, ToCore } from '../../shared/api/core-messages.ts';
import { Refusal } from '../../shared/api/errors.ts';
import type { Core } from './core.ts';
import { logInternal } from './serve/log-internal.ts';
import { type MainPortLike, servePort } from './serve/port-guest.ts';

/** The part that we use of Electron's `process.parentPort`. */
export type ParentPortLike = {
  on(event: 'message', listener: (message: { data: ToCore; ports: MainPortLike[] }) => void): unknown;
  postMessage(message: FromCore): void;
};

export type CoreChild = {
  parent: ParentPortLike;
  createCore(): Promise<Core>;
  exit(code: 0 | 1): void;
};

/** Guests that come while the core still starts wait; their first calls are answered when it has. */
export function runCoreChild({ parent, createCore, exit }: CoreChild): void {
  let start: (reopen: string | null) => void;
  const core = new Promise<string | null>((resolve) => {
    start = resolve;
  }).then(async (reopen) => {
    const started = await createCore();
    reportSession(started, parent);
    if (reopen !== null) await openSession(started, reopen);
    return started;
  });
  core.catch((error: unknown) => {
    if (!(error instanceof Refusal)) logInternal(error, 'starting the core');
    parent.postMessage({ did: 'fail', message: error instanceof Refusal ? error.message : CANNOT_START });
    exit(1);
  });
  const whenStarted = (then: (core: Core) => unknown) => void core.then(then, () => undefined);

  parent.on('message', ({ data, ports: [port] }) => {
    if (data.do === 'start') start(data.reopen);
    else if (data.do === 'open') whenStarted((started) => openSession(started, data.path));
    else if (data.do === 'close') whenStarted((started) => closeAndExit(started, exit));
    else if (port !== undefined) whenStarted((started) => servePort(port, started));
  });
}

const CANNOT_START = 'Twinlane could not start its core. Your recordings are untouched.';

function reportSession(core: Core, parent: ParentPortLike): void {
  let last: string | null = null;
  core.onPush(() => {
    const path = core.sessionPath();
    if (path === last) return;
    last = path;
    parent.postMessage({ did: 'change-session', path });
  });
}

/** A session that cannot be opened leaves the start page, where the file can be tried again with its reason. */
async function openSession(core: Core, path: string): Promise<void> {
  try {
    await core.handlers['session.open']({ path });
  } catch (error) {
    if (!(error instanceof Refusal)) logInternal(error, 'opening a session');
  }
}

async function closeAndExit(core: Core, exit: CoreChild['exit']): Promise<void> {
  try {
    await core.close();
    exit(0);
  } catch (error) {
    logInternal(error, 'closing the core');
    exit(1);
  }
}
