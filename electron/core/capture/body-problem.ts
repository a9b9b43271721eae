/** Names the Pixel calls of which no event can be read because their body is lost or broken; the calls are kept. */
import { readBrowserCall } from '../../../shared/meta/pixel-call.ts';
import type { BrowserCallFact, ProblemFact } from '../../../shared/model/fact.ts';

/** `lost`: what to say where there is no body at all. Null for a call that can be read, or is none of the Pixel's. */
export function bodyProblem(fact: BrowserCallFact, lost: string): ProblemFact | null {
  if (readBrowserCall(fact).what !== 'unreadable') return null;
  const { input, place, body } = fact;
  const reason = body ? 'a Pixel call of whose body no event name could be read' : lost;
  return { kind: 'problem', input, place, reason };
}
