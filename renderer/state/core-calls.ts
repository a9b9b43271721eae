/** The one way to call the core: through whichever client is connected now. */
import type { Client } from '../../shared/api/client.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/api/contract.ts';
import { Refusal } from '../../shared/api/errors.ts';
import { texts } from '../texts/texts.ts';

let current: Client | null = null;

/** Set by sync.ts. */
export function setClientForCalls(client: Client | null): void {
  current = client;
}

/** Rejects with a Refusal whose message is fit to show. */
export function callCore<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  if (current === null) {
    return Promise.reject(new Refusal('disconnected', texts.feedback.notConnected));
  }
  return current.call(name, input);
}
