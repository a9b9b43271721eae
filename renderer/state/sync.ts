/** Keeps rows and status as the core has them: snapshot, then pushes; after a gap or a lost connection, again. */
import { type Client, createClient } from '../../shared/api/client.ts';
import type { PushListener } from '../../shared/api/contract.ts';
import { applyChanges, judgePush, rowsOfSnapshot } from '../../shared/view/session-rows.ts';
import { type Connection, openConnection } from '../connect.ts';
import { setClientForCalls } from './core-calls.ts';
import { forgetAll } from './remembered.ts';
import { useSession } from './session.ts';

const firstWaitMs = 400;
const longestWaitMs = 8000;

let cutWaitShort: (() => void) | null = null;

/** Runs for as long as the window does. */
export async function keepInSync(): Promise<void> {
  let waitMs = firstWaitMs;
  while (true) {
    const connection = await openConnection().catch(() => null);
    if (connection !== null) {
      const wasWelcome = await follow(connection);
      if (connection.wasTurnedAway()) useSession.setState({ phase: 'turned-away' });
      if (wasWelcome) waitMs = firstWaitMs;
    }
    if (useSession.getState().phase !== 'turned-away') useSession.setState({ phase: 'lost' });
    await wait(waitMs);
    waitMs = Math.min(waitMs * 2, longestWaitMs);
  }
}

/** Looks for the core at once instead of waiting for the next attempt. */
export function reconnectNow(): void {
  cutWaitShort?.();
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    cutWaitShort = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

/** Resolves when the connection ends: true where it had brought at least one snapshot. */
async function follow({ channel }: Connection): Promise<boolean> {
  const client = createClient(channel);
  const ended = new Promise<void>((resolve) => client.onClose(resolve));
  const waiting: Parameters<PushListener>[] = [];
  let isAsking = false;

  async function askForAll(): Promise<void> {
    isAsking = true;
    while (isAsking) {
      waiting.length = 0;
      await takeSnapshot(client);
      isAsking = !waiting.every((push) => take(...push));
    }
  }

  client.onPush((...push) => {
    if (isAsking) waiting.push(push);
    else if (!take(...push)) void askForAll().catch(() => client.close());
  });
  setClientForCalls(client);
  const wasAnswered = await askForAll().then(
    () => true,
    () => false,
  );
  if (!wasAnswered) client.close();
  await ended;
  setClientForCalls(null);
  return wasAnswered;
}

async function takeSnapshot(client: Client): Promise<void> {
  const snapshot = await client.call('session.snapshot', {});
  useSession.setState({ phase: 'connected', status: snapshot.status, rows: rowsOfSnapshot(snapshot) });
}

/** False where pushes were missed, so that everything has to be asked for again. */
const take = (...[name, data]: Parameters<PushListener>): boolean => {
  if (name === 'status.changed') {
    useSession.setState({ status: data });
    return true;
  }
  const { rows } = useSession.getState();
  if (name === 'marks.changed') {
    useSession.setState({ rows: { ...rows, marks: data.marks } });
    return true;
  }
  if (name === 'steps.changed') {
    useSession.setState({ rows: { ...rows, steps: data.steps } });
    return true;
  }
  if (name === 'page-loads.changed') {
    useSession.setState({ rows: { ...rows, pageLoads: data.pageLoads } });
    return true;
  }
  const judgement = judgePush(rows, data.seq);
  if (judgement === 'apply') {
    if (data.reset) forgetAll();
    useSession.setState({ rows: applyChanges(rows, data) });
  }
  return judgement !== 'gap';
};
