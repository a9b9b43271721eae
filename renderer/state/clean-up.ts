/** Removing what Twinlane put on this machine. */
import type { CallOutput } from '../../shared/api/contract.ts';
import { callCore } from './core-calls.ts';
import { refreshDescription } from './describe.ts';

/** Rejects with a Refusal, such as while something is recorded. */
export async function cleanUp(sessions: boolean): Promise<CallOutput<'app.clean-up'>> {
  const outcome = await callCore('app.clean-up', { sessions });
  await refreshDescription();
  return outcome;
}
