/** The shop's server side of tracking: a queue that sends events to the Conversions API and logs what it sends. */
import type { TimeMs } from '../../../shared/model/fact.ts';
import type { CapiEvent, CapiSend } from './action.ts';
import { type Deliver, eventsPath, token } from './graph.ts';

/** Writes one line of the log; like pino's: level, time, message and fields. */
export type LogLine = (level: 30 | 50, time: TimeMs, message: string, fields: Record<string, unknown>) => void;

export type BackendOptions = {
  /** Null: nothing is sent anywhere, the log alone tells of the events. */
  deliver: Deliver | null;
  /** The address that the log names, without its query. */
  graphUrl: string;
  log: LogLine;
  now: () => TimeMs;
};

/**
 * Lateness is told, not waited for. With a receiver the event's own time moves back, as the receiver sees the real
 * time of sending; with the log alone the time of the line moves on.
 */
function timesOf({ event, lateByMs }: CapiSend, now: TimeMs, hasReceiver: boolean): { event: CapiEvent; at: TimeMs } {
  if (!hasReceiver) return { event, at: now + lateByMs };
  return { event: { ...event, event_time: event.event_time - Math.round(lateByMs / 1000) }, at: now };
}

export function createBackend({ deliver, graphUrl, log, now }: BackendOptions) {
  let work: Promise<void> = Promise.resolve();

  async function sendOne(send: CapiSend): Promise<void> {
    const { event, at } = timesOf(send, now(), deliver !== null);
    const payload = { data: [event] };
    const query = send.isTokenLogged ? `?access_token=${token}` : '';
    log(30, at, 'capi request', { url: `${graphUrl}${eventsPath(send.dataset)}${query}`, payload });
    if (send.isLost)
      log(50, now(), 'capi request failed', { err: 'timeout of 1500ms exceeded', event_id: event.event_id });
    if (deliver === null) return;
    const answer = await deliver({ dataset: send.dataset, body: JSON.stringify(payload), isLost: send.isLost });
    if ('error' in answer && !send.isLost) log(50, now(), 'capi request failed', { err: answer.error });
    if ('status' in answer) log(answer.status < 400 ? 30 : 50, now(), 'capi response', answer);
  }

  /** Queues events; they leave one after the other. A failure is logged and never reaches the visitor. */
  function send(sends: readonly CapiSend[]): void {
    for (const one of sends) {
      work = work
        .then(() => sendOne(one))
        .catch((cause: unknown) => log(50, now(), 'capi request failed', { err: String(cause) }));
    }
  }

  return { send, settled: () => work };
}

export type Backend = ReturnType<typeof createBackend>;
