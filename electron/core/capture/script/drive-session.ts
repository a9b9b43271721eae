/**
 * A second client on the browser's one pipe: a session of its own at the browser, below which it sees its own copies of
 * every tab, frame and worker, apart from those of our watcher.
 */
import type { CdpConnection, CdpEvent } from '../cdp-connection.ts';

export type DrivingSession = {
  /** A message of the client, as JSON text. */
  take(text: string): void;
  /** The client is gone: what it held up goes on, and its pages stay. */
  leave(): void;
};

type Client = { send(message: object): void; settled(): Promise<void> };

type Command = { id: number; method: string; params?: Record<string, unknown>; sessionId?: string };

/** They end a page or a whole context of pages. */
const closing = new Set(['Target.closeTarget', 'Target.disposeBrowserContext', 'Page.close']);
/** The recording, not the script, says when the browser ends. */
const refused = new Set(['Browser.close', 'Browser.crash']);

export async function driveSession(cdp: CdpConnection, { send, settled }: Client): Promise<DrivingSession> {
  const { sessionId: own } = await cdp.send<{ sessionId: string }>('Target.attachToBrowserTarget');
  const below = new Set<string>();
  let isGone = false;

  const outer = (sessionId: string | null) => (sessionId === own || sessionId === null ? {} : { sessionId });
  const goOn = (sessionId: string) => cdp.post('Runtime.runIfWaitingForDebugger', {}, sessionId);

  cdp.claim(own, ({ method, params, sessionId }: CdpEvent) => {
    const other = String(params.sessionId ?? '');
    if (method === 'Target.attachedToTarget') below.add(other);
    if (method === 'Target.detachedFromTarget') below.delete(other);
    if (!isGone) send({ method, params, ...outer(sessionId) });
    else if (method === 'Target.attachedToTarget') goOn(other);
  });

  const pass = ({ id, method, params, sessionId }: Command) => {
    cdp.call({ method, params: withoutDetour(method, params ?? {}), sessionId: sessionId ?? own }, (answer) =>
      send({ id, ...answer, ...outer(sessionId ?? null) }),
    );
  };

  return {
    take(text) {
      const command = JSON.parse(text) as Command;
      if (refused.has(command.method)) send({ id: command.id, result: {}, ...outer(command.sessionId ?? null) });
      else if (closing.has(command.method)) void settled().then(() => pass(command));
      else pass(command);
    },
    leave() {
      isGone = true;
      for (const sessionId of below) {
        cdp.post('Fetch.disable', {}, sessionId);
        goOn(sessionId);
      }
    },
  };
}

/** A context with a proxy of its own would go past the recording. */
function withoutDetour(method: string, params: Record<string, unknown>): Record<string, unknown> {
  if (method !== 'Target.createBrowserContext') return params;
  const { proxyServer: _server, proxyBypassList: _list, ...rest } = params;
  return rest;
}
