/** Keeps rows and status as the core has them: snapshot, then pushes; after a gap or a lost connection, again. */
import { type Client, createClient } from '../../shared/api/client.ts';
import type { CallOutput, PushData, PushListener } from '../../shared/api/contract.ts';
import { Refusal } from '../../shared/api/errors.ts';
import { createPageFilling, type PageFilling } from '../../shared/view/page-filling.ts';
import { applyChanges, judgePush, rowsOfSnapshot, type SessionRows } from '../../shared/view/session-rows.ts';
import { type Connection, openConnection } from '../connect.ts';
import { setClientForCalls } from './core-calls.ts';
import { createPushPace } from './push-pace.ts';
import { forgetAll } from './remembered.ts';
import { useSession } from './session.ts';

const firstWaitMs = 400;
const longestWaitMs = 8000;
const mostWaitingPairs = 10_000;

type RowsPage = CallOutput<'session.page'>;

let cutWaitShort: (() => void) | null = null;

/** Runs for as long as the window does. What does not fit the first rows is asked for once `isShown` is settled. */
export async function keepInSync(isShown: Promise<void>): Promise<void> {
  let waitMs = firstWaitMs;
  while (true) {
    const connection = await openConnection().catch(() => null);
    if (connection !== null) {
      const wasWelcome = await follow(connection, isShown);
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
async function follow({ channel }: Connection, isShown: Promise<void>): Promise<boolean> {
  const client = createClient(channel);
  const ended = new Promise<void>((resolve) => client.onClose(resolve));
  const waiting: Parameters<PushListener>[] = [];
  let isAsking = false;
  let filling = createPageFilling();

  const take = (push: Parameters<PushListener>): boolean => {
    if (push[0] !== 'session.changed') {
      takeOther(push);
      return true;
    }
    const [, data] = push;
    const judgement = takeRows(data);
    if (judgement === 'apply') {
      if (data.reset) filling = createPageFilling();
      filling.hear(data);
    }
    return judgement !== 'gap';
  };
  const askForAll = async (): Promise<void> => {
    isAsking = true;
    while (isAsking) {
      waiting.length = 0;
      filling = createPageFilling();
      const next = await takeSnapshot(client);
      const current = filling;
      isAsking = !waiting.every(take);
      if (!isAsking) void fillIn(next, current).catch(() => client.close());
    }
  };
  /** Page by page, until all is there or another snapshot takes its place. */
  const fillIn = async (first: string | null, mine: PageFilling): Promise<void> => {
    let next = first;
    let pages: RowsPage[] = [];
    await isShown.catch(() => undefined);
    while (next !== null) {
      const page = await client.call('session.page', { page: next }).catch(whereNoMore);
      if (mine !== filling) return;
      if (page === null) return askForAll();
      pages.push(page);
      next = page.next;
      const { rows } = useSession.getState();
      if (next !== null && !isWorthDrawing(pages, rows)) continue;
      useSession.setState({ rows: mine.put(rows, joined(pages)) });
      pages = [];
      await aMoment();
    }
  };

  const pace = createPushPace((push) => {
    if (isAsking) waiting.push(push);
    else if (!take(push)) void askForAll().catch(() => client.close());
  });
  client.onPush((...push) => pace.hear(push));
  client.onClose(pace.forget);
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

/** Gives the name of the next page. */
async function takeSnapshot(client: Client): Promise<string | null> {
  const snapshot = await client.call('session.snapshot', {});
  forgetAll();
  useSession.setState({ phase: 'connected', status: snapshot.status, rows: rowsOfSnapshot(snapshot) });
  return snapshot.next;
}

/** Everything is drawn anew for each change: while all of a session comes, seldom. */
function isWorthDrawing(pages: readonly RowsPage[], rows: SessionRows): boolean {
  const come = pages.reduce((sum, { pairs }) => sum + pairs.length, 0);
  return come >= Math.min(rows.pairs.size, mostWaitingPairs);
}

function joined(pages: readonly RowsPage[]): Omit<RowsPage, 'next'> {
  return {
    events: pages.flatMap(({ events }) => events),
    pairs: pages.flatMap(({ pairs }) => pairs),
    findings: pages.flatMap(({ findings }) => findings),
  };
}

/** The snapshot of the page is gone: another one has to be taken. */
function whereNoMore(error: unknown): null {
  if (error instanceof Refusal && error.code === 'not-found') return null;
  throw error;
}

/** Keys and clicks that wait come before the next page. */
function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function takeRows(changes: PushData<'session.changed'>): ReturnType<typeof judgePush> {
  const { rows } = useSession.getState();
  const judgement = judgePush(rows, changes.seq);
  if (judgement !== 'apply') return judgement;
  if (changes.reset) forgetAll();
  useSession.setState({ rows: applyChanges(rows, changes) });
  return judgement;
}

/** Marks, steps and page loads come whole, each time. */
function takeOther([name, data]: Exclude<Parameters<PushListener>, [name: 'session.changed', data: unknown]>): void {
  if (name === 'status.changed') useSession.setState({ status: data });
  else useSession.setState(({ rows }) => ({ rows: { ...rows, ...data } }));
}
