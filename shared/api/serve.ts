/** The core's side of the contract: parses what a guest sends, runs the handler, answers with data or a refusal. */
import { z } from 'zod';
import type { Channel } from './channel.ts';
import { type CallName, calls, type Handlers, type PushListener } from './contract.ts';
import { type CallError, Refusal } from './errors.ts';

export type ServedGuest = {
  push: PushListener;
  /** Ends the channel; answers of calls that still run are dropped. */
  close(): void;
};

export type ServeOptions = {
  /** Told about every failure that is ours; the guest gets a fixed text instead. Must not log data. */
  onInternal(error: unknown, callName: CallName): void;
};

const callFrame = z.object({
  frame: z.literal('call'),
  id: z.int().nonnegative(),
  name: z.string(),
  input: z.unknown(),
});

const INTERNAL: CallError = {
  code: 'internal',
  message: 'Twinlane ran into a fault of its own. What was recorded is safe; try again or restart Twinlane.',
};

/** Frames that are no calls are passed over. Calls run side by side; each is answered when it is done. */
export function serveHandlers(channel: Channel, handlers: Handlers, { onInternal }: ServeOptions): ServedGuest {
  channel.onFrame(async (frame) => {
    const call = callFrame.safeParse(frame);
    if (!call.success) return;
    const { id, name, input } = call.data;
    try {
      channel.send({ frame: 'reply', id, output: await run(handlers, name, input) });
    } catch (error) {
      if (!(error instanceof Refusal)) onInternal(error, name as CallName);
      channel.send({ frame: 'refusal', id, error: callError(error) });
    }
  });
  return {
    push: (name, data) => channel.send({ frame: 'push', name, data }),
    close: () => channel.close(),
  };
}

function run(handlers: Handlers, name: string, input: unknown): unknown {
  if (!isCallName(name)) throw new Refusal('bad-input', `There is no call named ${JSON.stringify(name.slice(0, 60))}.`);
  const parsed = calls[name].input.safeParse(input);
  if (!parsed.success) throw new Refusal('bad-input', `${name}: ${inWords(parsed.error)}`);
  const handler = handlers[name] as (input: unknown) => unknown;
  return handler(parsed.data);
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}

/** The first thing that is wrong with an input, and where; never the value itself. */
function inWords({ issues: [first] }: z.ZodError): string {
  if (first === undefined) return 'the input cannot be used.';
  const place = first.path.map(String).join('.');
  return place === '' ? `${first.message}.` : `${place}: ${first.message}.`;
}

function callError(error: unknown): CallError {
  return error instanceof Refusal ? { code: error.code, message: error.message } : INTERNAL;
}
