/** Asks a page which `fbq(…)` calls still wait for Meta's script. Nothing is added to the page or changed in it. */
import type { CdpConnection } from './cdp-connection.ts';

const MOST_CALLS = 10;
const LONGEST_NAME = 60;

/**
 * The site's own snippet keeps calls in `fbq.queue` until the script sets `fbq.callMethod`. Only verb and name of a call
 * are read: what follows may be personal. Read without the Runtime domain, which pages can notice.
 */
const expression = `(() => {
  const script = window.fbq;
  if (typeof script !== 'function' || script.callMethod || !script.queue) return null;
  const calls = [];
  for (let index = 0; index < script.queue.length && index < ${MOST_CALLS}; index++) {
    const [verb, name] = [script.queue[index][0], script.queue[index][1]];
    if (typeof verb === 'string') calls.push(typeof name === 'string' ? verb + ' ' + name : verb);
  }
  return calls;
})()`;

/** In the order in which they were made; empty where the script took them, or the page has none. */
async function readWaitingCalls(cdp: CdpConnection, sessionId: string): Promise<string[]> {
  const { result } = await cdp.send<{ result: { value?: unknown } }>(
    'Runtime.evaluate',
    // Whatever a page puts in place of fbq: a reading that would run its code is broken off.
    { expression, returnByValue: true, silent: true, throwOnSideEffect: true, timeout: 500 },
    sessionId,
  );
  const calls = Array.isArray(result.value) ? result.value.map(String) : [];
  return calls.map((call) => call.slice(0, LONGEST_NAME));
}

/** As long as sites take that load the script late on purpose. */
const LOOK_AFTER_MS = 2000;

type Load = { page: string; isAsked: boolean; isTold: boolean; look: NodeJS.Timeout | undefined };

/**
 * Looks once for each page, two seconds after it was loaded. `tell` gets the calls of a page that has not asked for the
 * script by then, and an empty text where it asks later.
 */
export function watchWaitingCalls(cdp: CdpConnection, tell: (page: string, calls: string) => void) {
  const loads = new Map<string, Load>();

  const look = async (sessionId: string, load: Load) => {
    const calls = load.isAsked ? [] : await readWaitingCalls(cdp, sessionId).catch(() => []);
    if (calls.length === 0 || loads.get(sessionId) !== load) return;
    load.isTold = true;
    tell(load.page, calls.join(', '));
  };
  const gone = (sessionId: string) => {
    clearTimeout(loads.get(sessionId)?.look);
    loads.delete(sessionId);
  };

  return {
    opened(sessionId: string, page: string) {
      gone(sessionId);
      loads.set(sessionId, { page, isAsked: false, isTold: false, look: undefined });
    },
    loaded(sessionId: string) {
      const load = loads.get(sessionId);
      if (load !== undefined) load.look ??= setTimeout(() => void look(sessionId, load), LOOK_AFTER_MS);
    },
    asked(sessionId: string) {
      const load = loads.get(sessionId);
      if (load === undefined) return;
      load.isAsked = true;
      if (load.isTold) tell(load.page, '');
      load.isTold = false;
    },
    gone,
    close() {
      for (const sessionId of [...loads.keys()]) gone(sessionId);
    },
  };
}
