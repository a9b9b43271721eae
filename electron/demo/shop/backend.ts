/** The shop's server side of tracking: a queue that sends events to the Conversions API and logs what it sends. */
import type { TimeMs } from '../../../shared/model/fact.ts';
import type { CapiSend } from './action.ts';
import { type Deliver, eventsPath, token } from './graph.ts';

/** Writes one line of the log, like pino's: level, time, message and fields. */
export type LogLine = (level: 30 | 50, time: TimeMs, message: string, fields: Record<string, unknown>) => void;

export type BackendOptions = {
  /** Null: nothing is sent anywhere, the log alone tells of the events. */
  deliver: Deliver | null;
  /** The address that the log names, without its query. */
  graphUrl: string;
  log: LogLine;
  now: () => TimeMs;
  /** Runs something later; `setTimeout`, or a clock that is played. */
  later: (delayMs: number, run: () => void) => void;
};

/** How long the queue's worker takes to come round: the visitor's page is faster. */
const workerDelayMs = 700;

export function createBackend({ deliver, graphUrl, log, now, later }: BackendOptions) {
  const waiting = new Set<() => void>();
  let work: Promise<void> = Promise.resolve();

  async function sendOne({ dataset, event, isLost, isTokenLogged }: CapiSend): Promise<void> {
    const payload = { data: [event] };
    const query = isTokenLogged ? `?access_token=${token}` : '';
    log(30, now(), 'capi request', { url: `${graphUrl}${eventsPath(dataset)}${query}`, payload });
    if (isLost) log(50, now(), 'capi request failed', { err: 'no answer within 1500 ms' });
    if (deliver === null) return;
    const answer = await deliver({ dataset, body: JSON.stringify(payload), isLost });
    if ('status' in answer) log(answer.status < 400 ? 30 : 50, now(), 'capi response', answer);
    else if (!isLost) log(50, now(), 'capi request failed', { err: answer.error });
  }

  /** One after the other. A failure is logged and never reaches the visitor. */
  function enqueue(send: CapiSend): void {
    work = work
      .then(() => sendOne(send))
      .catch((cause: unknown) => log(50, now(), 'capi request failed', { err: String(cause) }));
  }

  function send(sends: readonly CapiSend[]): void {
    for (const one of sends) {
      const start = () => {
        if (waiting.delete(start)) enqueue(one);
      };
      waiting.add(start);
      later(workerDelayMs + one.heldMs, start);
    }
  }

  /** Resolves when everything that has started is through. */
  const settled = () => work;

  /** Sends at once what still waits, and resolves when it is through. */
  function drain(): Promise<void> {
    for (const start of [...waiting]) start();
    return work;
  }

  return { send, settled, drain };
}

export type Backend = ReturnType<typeof createBackend>;
