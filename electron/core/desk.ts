/** What lies open: the one session that the guests look at, and everything that is pushed about it. */
import type { CallOutput, PushListener } from '../../shared/api/contract.ts';
import { type Identity, noIdentity } from '../../shared/model/identity.ts';
import type { Mark } from '../../shared/model/mark.ts';
import type { PageLoad } from '../../shared/model/page-load.ts';
import type { Step } from '../../shared/model/step.ts';
import { emptySummary } from '../../shared/view/session-rows.ts';
import type { ReadWatch } from './file-reading.ts';
import { createPushQueue } from './push-queue.ts';
import { createBook, type SessionBook } from './session-book.ts';
import { createSnapshotPages, type PagedRows } from './snapshot-pages.ts';
import { createStatusBoard, type StatusBoard } from './status-board.ts';
import type { SessionFile } from './store/session-over.ts';
import { sizeOnDisk } from './store/size-on-disk.ts';

export type Desk = {
  status: StatusBoard;
  book(): SessionBook | null;
  /** Puts a session on the desk; null: one that is not stored. With `watch` what it holds comes in piece by piece. */
  open(file: SessionFile | null, watch?: ReadWatch): SessionBook;
  /** Takes the session off the desk and closes its file. */
  clear(): void;
  snapshot(): CallOutput<'session.snapshot'>;
  page(name: string): CallOutput<'session.page'>;
  onPush(listener: PushListener): () => void;
  close(): void;
};

/** `identity` holds for every session that comes on this desk. */
export function createDesk(identity: Identity = noIdentity): Desk {
  const listeners = new Set<PushListener>();
  const push: PushListener = (...args) => {
    for (const listener of listeners) listener(...args);
  };
  let book: SessionBook | null = null;
  const queue = createPushQueue({ push, pipeline: () => book?.pipeline ?? null, isHeard: () => listeners.size > 0 });
  const status = createStatusBoard(push, () => ({
    inputs: book?.inputs() ?? [],
    fileBytes: sizeOnDisk(book?.path ?? null),
  }));

  const pages = createSnapshotPages();

  const onSteps = (steps: Step[]) => push('steps.changed', { steps });
  const onPageLoads = (pageLoads: PageLoad[]) => push('page-loads.changed', { pageLoads });
  const onMarks = (marks: Mark[]) => push('marks.changed', { marks });

  function open(file: SessionFile | null, watch?: ReadWatch): SessionBook {
    queue.reset();
    pages.forget();
    const hear = { onChanges: queue.add, onMarks, onSteps, onPageLoads, onNotice: status.notice };
    book = createBook({ file, identity, keepFacts: true, ...hear, ...(watch !== undefined && { watch }) });
    status.set({ file: book.path, label: file?.label() ?? null });
    for (const sentence of file?.recovered ?? []) status.notice('info', sentence);
    return book;
  }

  function clear(): void {
    const closing = book;
    book = null;
    if (closing !== null) queue.reset();
    pages.forget();
    // Marks, steps and page loads come whole: a reset of the rows does not touch them.
    onMarks([]);
    onSteps([]);
    onPageLoads([]);
    status.clear();
    closing?.close();
  }

  function snapshot(): CallOutput<'session.snapshot'> {
    queue.flush();
    const isLive = status.now().capture.state === 'recording';
    const rows = pages.begin(book?.pipeline ?? noRows, isLive ? 'newest' : 'oldest');
    const summary = book?.pipeline.summary() ?? emptySummary;
    const told = { marks: book?.marks() ?? [], steps: book?.steps() ?? [], pageLoads: book?.pageLoads() ?? [] };
    return { seq: queue.seq(), status: status.now(), ...rows, summary, ...told };
  }

  return {
    status,
    book: () => book,
    open,
    clear,
    snapshot,
    page: pages.page,
    onPush: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      clear();
      queue.close();
      status.close();
    },
  };
}

const noRows: PagedRows = {
  pairs: () => [],
  events: () => [],
  findings: () => [],
  event: () => null,
  findingsOf: () => [],
};
