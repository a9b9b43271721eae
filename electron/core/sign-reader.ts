/** Turns facts that carry no event into signs: calls for Meta's script, console lines, tokens in a log. */
import { browserOutcome } from '../../shared/meta/outcome.ts';
import type { ServerEvent } from '../../shared/model/event.ts';
import type {
  BrowserCallFact,
  CallAnswerFact,
  OrderFact,
  PageFact,
  ServerRecordFact,
} from '../../shared/model/fact.ts';
import { neverAsked, type ScriptCall, type Sign } from '../../shared/model/sign.ts';

export type SignReader = {
  scriptCall(fact: BrowserCallFact, call: Pick<ScriptCall, 'kind' | 'datasetId'>): void;
  /** Nothing happens where the answered call was no call for the script. */
  answer(fact: CallAnswerFact): void;
  page(fact: PageFact): void;
  /** `events`: those of the record, out of which a token was cut. */
  loggedToken(fact: ServerRecordFact, events: readonly ServerEvent[]): void;
  order(fact: OrderFact): void;
  /** What came or changed since the last time. */
  take(): Sign[];
};

/** A page whose calls wait for a script that it does not ask for; withdrawn, it tells nothing either way. */
function waitingCall(calls: string): Pick<ScriptCall, 'kind' | 'datasetId' | 'outcome' | 'answer' | 'userAgent'> {
  const base = { kind: 'loader', datasetId: null, userAgent: null } as const;
  return calls === ''
    ? { ...base, outcome: 'aborted', answer: null }
    : { ...base, outcome: 'failed', answer: `${neverAsked}: ${calls}` };
}

export function createSignReader(): SignReader {
  const calls = new Map<string, ScriptCall>();
  let fresh = new Map<string, Sign>();

  const add = (sign: Sign) => void fresh.set(sign.key, sign);
  const addCall = (call: ScriptCall) => {
    calls.set(call.key, call);
    add(call);
  };

  return {
    scriptCall(fact, call) {
      const { key, input, at, page, userAgent } = fact;
      addCall({ ...call, key, input, at, page, userAgent, ...browserOutcome(fact) });
    },
    answer(fact) {
      const call = calls.get(fact.call);
      if (call !== undefined) addCall({ ...call, ...browserOutcome({ ...fact, held: false }) });
    },
    page({ what, input, place, at, page, text }) {
      if (what === 'console' || what === 'csp') add({ kind: what, key: `${input}:${place}`, input, at, page, text });
      if (what === 'waiting') addCall({ ...waitingCall(text), key: `${input}:waiting:${page}`, input, at, page });
    },
    loggedToken({ key, input, place, at }, events) {
      add({ kind: 'token', key, input, at, place, events: events.map(({ id }) => id) });
    },
    order({ kind, input, place, ...order }) {
      add({ kind, key: `${input}:${place}`, input, at: order.at, order });
    },
    take() {
      const taken = [...fresh.values()];
      fresh = new Map();
      return taken;
    },
  };
}
