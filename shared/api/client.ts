/** The guest's side of the contract: calls that resolve or are refused, and pushes, over any Channel. */
import { isJsonObject, type JsonObject } from '../model/json.ts';
import type { Channel } from './channel.ts';
import type { CallInput, CallName, CallOutput, PushListener, PushName } from './contract.ts';
import { type ErrorCode, Refusal } from './errors.ts';

export type Client = {
  /** Rejects with a Refusal, whatever went wrong; its message is fit to show. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /**
   * Pushes arrive in the order in which the core sent them; one may be heard before the reply to an earlier call is,
   * so compare sequence numbers. Returns what ends the subscription.
   */
  onPush(listener: PushListener): () => void;
  /** Called once, also where the channel is closed already. */
  onClose(listener: () => void): void;
  close(): void;
};

type Pending = { resolve(output: unknown): void; reject(refusal: Refusal): void };

/** The contract's own list needs zod, which no guest has to load. */
const PUSH_NAMES: Record<PushName, true> = {
  'session.changed': true,
  'status.changed': true,
  'marks.changed': true,
  'steps.changed': true,
  'page-loads.changed': true,
};

const DISCONNECTED = 'The connection to Twinlane is gone. Nothing that was recorded is lost.';

/** Frames that this version does not know are passed over. */
export function createClient(channel: Channel): Client {
  const pending = new Map<number, Pending>();
  const listeners = new Set<PushListener>();
  let lastId = 0;
  let isClosed = false;

  channel.onFrame((frame) => {
    if (!isJsonObject(frame)) return;
    if (frame.frame === 'push') for (const listener of listeners) deliver(listener, frame);
    else settle(pending, frame);
  });
  channel.onClose(() => {
    isClosed = true;
    for (const call of pending.values()) call.reject(new Refusal('disconnected', DISCONNECTED));
    pending.clear();
  });

  return {
    call(name, input) {
      return new Promise((resolve, reject) => {
        if (isClosed) return reject(new Refusal('disconnected', DISCONNECTED));
        lastId += 1;
        pending.set(lastId, { resolve: (output) => resolve(output as CallOutput<typeof name>), reject });
        channel.send({ frame: 'call', id: lastId, name, input });
      });
    },
    onPush(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onClose: (listener) => channel.onClose(listener),
    close: () => channel.close(),
  };
}

function settle(pending: Map<number, Pending>, frame: JsonObject): void {
  const call = typeof frame.id === 'number' ? pending.get(frame.id) : undefined;
  if (call === undefined) return;
  if (frame.frame === 'reply') call.resolve(frame.output);
  else if (frame.frame === 'refusal') call.reject(refusalOf(frame));
  else return;
  pending.delete(frame.id as number);
}

function refusalOf(frame: JsonObject): Refusal {
  const error = isJsonObject(frame.error) ? frame.error : {};
  const code = typeof error.code === 'string' ? (error.code as ErrorCode) : 'internal';
  return new Refusal(code, typeof error.message === 'string' ? error.message : 'The call was refused.');
}

/** The core parses nothing that it sends; its pushes are taken as the contract types them. */
function deliver(listener: PushListener, frame: JsonObject): void {
  if (typeof frame.name !== 'string' || !Object.hasOwn(PUSH_NAMES, frame.name)) return;
  listener(...([frame.name, frame.data] as unknown as Parameters<PushListener>));
}
