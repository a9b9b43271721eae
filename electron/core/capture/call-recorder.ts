/** Turns the calls that pass the proxy into facts: the call before it is answered, its end when that is known. */
import type { CallAnswerFact, Fact, ServerAnswerFact } from '../../../shared/model/fact.ts';
import { cutSecrets } from '../sent-secrets.ts';
import type { InputHandle } from '../source.ts';
import { bodyProblem } from './body-problem.ts';
import { browserCallFact, type CapturedCall, serverRecordFact } from './captured-call.ts';

type CallEnd = { status: number | null; error: string | null };

/** `secrets`: tokens that the call carried; memory only, until its answer is stored. */
type ServerCall = CapturedCall & { secrets: readonly string[] };

export type CallRecorder = {
  /**
   * Resolves when the fact is on disk, or after a second: a slow disk must not hold up the page. Rejects never. `id` is
   * the one by which its end will be told; a held call has ended already.
   */
  browserCall(id: string, call: CapturedCall, held: boolean): Promise<void>;
  serverCall(id: string, call: ServerCall, delivery: 'forwarded' | 'held'): Promise<void>;
  /** The first end of a call counts; calls that are unknown or have ended are passed over. */
  end(id: string, end: CallEnd): void;
  /** `body`: Graph's answer, or the error that stood in its place; what it repeats of the call's secrets is cut. */
  answerServer(id: string, status: number | null, body: string): Promise<void>;
  /** Whether an answer is awaited, and of which kind. */
  awaits(id: string): 'browser' | 'server' | null;
};

/** As long as a page waits for our disk. */
const STORE_WAIT_MS = 1000;

type Open = {
  kind: 'browser' | 'server';
  key: string;
  place: string;
  stored: Promise<void>;
  secrets: readonly string[];
};

export function createCallRecorder({ input, sink, count }: InputHandle): CallRecorder {
  const open = new Map<string, Open>();
  let browserCalls = 0;
  let serverCalls = 0;

  const keep = (fact: Fact, problem: Fact | null = null) => {
    count(problem === null);
    return store(sink, problem === null ? [fact] : [fact, problem]);
  };
  const take = (id: string): Open | undefined => {
    const call = open.get(id);
    open.delete(id);
    return call;
  };

  return {
    browserCall(id, call, held) {
      const place = `capture ${++browserCalls}`;
      const key = `${input.id}:${place}`;
      const fact = browserCallFact(call, { input: input.id, place, key });
      const problem = bodyProblem(fact, 'a Pixel call whose body was lost on its way');
      const stored = keep(held ? { ...fact, held, status: 200 } : fact, problem);
      if (!held) open.set(id, { kind: 'browser', key, place, stored, secrets: [] });
      return withinLimit(stored);
    },
    serverCall(id, call, delivery) {
      const place = `request ${++serverCalls}`;
      const key = `${input.id}:${place}`;
      const stored = keep(serverRecordFact(call, { input: input.id, place, key }, delivery));
      open.set(id, { kind: 'server', key, place, stored, secrets: call.secrets });
      return withinLimit(stored);
    },
    end(id, { status, error }) {
      const call = take(id);
      if (call === undefined) return;
      const base = { input: input.id, place: call.place, at: Date.now(), status };
      const fact: CallAnswerFact | ServerAnswerFact =
        call.kind === 'browser'
          ? { kind: 'call-answer', ...base, call: call.key, error }
          : { kind: 'server-answer', ...base, record: call.key, body: error ?? '' };
      void call.stored.then(() => store(sink, [fact]));
    },
    async answerServer(id, status, answer) {
      const call = take(id);
      if (call === undefined) return;
      const { key: record, place } = call;
      const body = cutSecrets(answer, call.secrets);
      await call.stored;
      await store(sink, [{ kind: 'server-answer', input: input.id, place, record, at: Date.now(), status, body }]);
    },
    awaits: (id) => open.get(id)?.kind ?? null,
  };
}

/** The session tells the user that storing failed; here it only must not disturb the browsing. */
async function store(sink: InputHandle['sink'], facts: Fact[]): Promise<void> {
  try {
    await sink.add(facts);
  } catch {
    return;
  }
}

async function withinLimit(stored: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, STORE_WAIT_MS);
  });
  await Promise.race([stored, limit]);
  clearTimeout(timer);
}
