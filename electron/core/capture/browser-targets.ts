/** Follows every tab, pop-up, frame and worker of a browser from before its first request on. */
import type { CdpConnection } from './cdp-connection.ts';

export type Target = { sessionId: string; type: string };

export type TargetListener = {
  /** Commands sent here take effect before the target runs. */
  prepare(target: Target): void;
  gone(sessionId: string): void;
};

/** Resolves with the first tab's session. `onLastTab` tells that the person closed the last one. */
export function followTargets(
  cdp: CdpConnection,
  listener: TargetListener | null,
  onLastTab: () => void,
): Promise<string> {
  const tabs = new Set<string>();
  return new Promise((resolve, reject) => {
    const attached = ({ sessionId, type }: Target) => {
      listener?.prepare({ sessionId, type });
      cdp.post('Target.setAutoAttach', autoAttach, sessionId);
      cdp.post('Runtime.runIfWaitingForDebugger', {}, sessionId);
      if (type !== 'page') return;
      tabs.add(sessionId);
      resolve(sessionId);
    };
    const detached = (sessionId: string) => {
      listener?.gone(sessionId);
      if (tabs.delete(sessionId) && tabs.size === 0) onLastTab();
    };
    cdp.onEvent(({ method, params }) => {
      const sessionId = String(params.sessionId ?? '');
      if (method === 'Target.attachedToTarget') attached({ sessionId, type: typeOf(params) });
      if (method === 'Target.detachedFromTarget') detached(sessionId);
    });
    cdp.send('Target.setAutoAttach', autoAttach).catch(reject);
  });
}

/** New targets wait until they are told to run, so that nothing of theirs is missed. */
const autoAttach = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };

function typeOf(params: Record<string, unknown>): string {
  return (params.targetInfo as { type: string }).type;
}
