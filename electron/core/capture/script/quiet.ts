/** Tells when a page has said what it had to say: no request for a while, and not later than a limit. */
import { setTimeout as pause } from 'node:timers/promises';

export type Patience = { quietMs: number; limitMs: number };

/** Before a page is closed, in which a call may still wait. */
export const beforeClosing: Patience = { quietMs: 1000, limitMs: 5000 };
/** After the script: servers report late, and batches are sent by the clock. */
export const afterScript: Patience = { quietMs: 2500, limitMs: 15_000 };

const LOOK_EVERY_MS = 50;

/** `count`: how many requests there were so far; any number that grows with them. */
export async function untilQuiet(count: () => number, { quietMs, limitMs }: Patience): Promise<void> {
  const deadline = Date.now() + limitMs;
  let seen = count();
  let since = Date.now();
  while (Date.now() < deadline && Date.now() - since < quietMs) {
    await pause(LOOK_EVERY_MS);
    const now = count();
    if (now !== seen) since = Date.now();
    seen = now;
  }
}
