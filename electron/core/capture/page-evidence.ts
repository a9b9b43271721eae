/** Takes from a Chromium browser what no proxy can see: unsent Pixel calls, page loads, `_fbp` and `_fbc`, console lines. */
import { redactText, redactUrl } from '../../../shared/meta/redact.ts';
import type { Fact, PageFact } from '../../../shared/model/fact.ts';
import type { InputHandle } from '../source.ts';
import type { Target, TargetListener } from './browser-targets.ts';
import { browserCallFact } from './captured-call.ts';
import type { CdpConnection, CdpEvent } from './cdp-connection.ts';
import { readConsoleLine } from './console-line.ts';
import { watchRequests } from './request-watch.ts';
import type { SeenCalls } from './seen-calls.ts';
import { type Treatment, treatmentOf } from './treatment.ts';
import { watchWaitingCalls } from './waiting-calls.ts';

export type PageEvidence = TargetListener & {
  /** Stores what was still undecided; resolves when it is stored or failed to be. */
  close(): Promise<void>;
};

/** The script sets its cookies about when it sends: a look shortly after a call finds them, a later one on a busy machine. */
const cookieDelaysMs: readonly number[] = [100, 1000];
const pageTypes = new Set(['page', 'iframe']);
const pixelCookies = new Set(['_fbp', '_fbc']);

/** Bodies of answers are not wanted: the browser need not keep them. */
const networkOptions = { maxTotalBufferSize: 1_000_000, maxResourceBufferSize: 100_000, maxPostDataSize: 2_000_000 };

export function collectPageEvidence(cdp: CdpConnection, handle: InputHandle, seen: SeenCalls | null): PageEvidence {
  const facts = createPageFacts(handle);
  const urls = new Map<string, string>();
  const cookies = new Map<string, string>();
  const looks = new Map<string, NodeJS.Timeout>();
  const requests = watchRequests(seen, facts.unsent);
  const waiting = watchWaitingCalls(cdp, (page, calls) => facts.page('waiting', page, redactText(calls)));

  const lookAtCookies = async (sessionId: string) => {
    looks.delete(sessionId);
    const page = urls.get(sessionId);
    if (page === undefined) return;
    const { cookies: found } = await cdp.send<{ cookies: Cookie[] }>('Network.getCookies', {}, sessionId);
    for (const { name, value, domain } of found) {
      const place = `${domain} ${name}`;
      if (!pixelCookies.has(name) || cookies.get(place) === value) continue;
      cookies.set(place, value);
      facts.page('cookie', page, `${name}=${value}`);
    }
  };
  const lookSoon = (sessionId: string, [delayMs, ...later] = cookieDelaysMs) => {
    if (delayMs === undefined || looks.has(sessionId)) return;
    const look = async () => {
      await lookAtCookies(sessionId).catch(() => undefined);
      if (urls.has(sessionId)) lookSoon(sessionId, later);
    };
    looks.set(
      sessionId,
      setTimeout(() => void look(), delayMs),
    );
  };

  const handlePage = ({ method, params, sessionId }: CdpEvent) => {
    if (sessionId === null) return;
    const navigated = method === 'Page.frameNavigated' ? mainFrameUrl(params) : null;
    if (navigated !== null) {
      urls.set(sessionId, navigated);
      facts.page('load', navigated, redactUrl(navigated));
      waiting.opened(sessionId, navigated);
    }
    const line = readConsoleLine(method, params);
    if (line) facts.page(line.what, urls.get(sessionId) ?? line.url ?? '', redactText(line.text));
    if (method === 'Page.loadEventFired' || isPixelCall(method, params)) lookSoon(sessionId);
  };

  const followScript = ({ method, params, sessionId }: CdpEvent) => {
    if (sessionId === null) return;
    if (method === 'Page.loadEventFired') waiting.loaded(sessionId);
    if (isScriptCall(method, params)) waiting.asked(sessionId);
  };

  cdp.onEvent((event) => {
    requests.handle(event);
    handlePage(event);
    followScript(event);
  });
  return {
    prepare: (target) => enable(cdp, target),
    gone(sessionId) {
      requests.gone(sessionId);
      urls.delete(sessionId);
      waiting.gone(sessionId);
      clearTimeout(looks.get(sessionId));
      looks.delete(sessionId);
    },
    async close() {
      urls.clear();
      waiting.close();
      for (const look of looks.values()) clearTimeout(look);
      requests.close();
      await facts.settled();
    },
  };
}

type Cookie = { name: string; value: string; domain: string };

/**
 * The Runtime domain stays off: some sites notice it and take the visitor for a robot. The Console domain tells console
 * lines as plain text without it.
 */
function enable(cdp: CdpConnection, { sessionId, type }: Target): void {
  cdp.post('Network.enable', networkOptions, sessionId);
  if (!pageTypes.has(type)) return;
  cdp.post('Page.enable', {}, sessionId);
  cdp.post('Log.enable', {}, sessionId);
  cdp.post('Console.enable', {}, sessionId);
}

/** Null for frames inside a page and for the browser's own pages. */
function mainFrameUrl(params: Record<string, unknown>): string | null {
  const { url, parentId } = params.frame as { url: string; parentId?: string };
  return parentId === undefined && /^https?:/i.test(url) ? url : null;
}

function isPixelCall(method: string, params: Record<string, unknown>): boolean {
  return kindOfRequest(method, params) === 'event';
}

function isScriptCall(method: string, params: Record<string, unknown>): boolean {
  return kindOfRequest(method, params) === 'script';
}

/** Null for events of the browser that are no requests. */
function kindOfRequest(method: string, params: Record<string, unknown>): Treatment['kind'] | null {
  if (method !== 'Network.requestWillBeSent') return null;
  const { request } = params as { request: { method: string; url: string } };
  return treatmentOf(request.method, request.url).kind;
}

function createPageFacts({ input, sink, count }: InputHandle) {
  const storing = new Set<Promise<void>>();
  let pages = 0;
  let calls = 0;
  const add = (fact: Fact) => {
    const stored = storeQuietly(sink, fact);
    storing.add(stored);
    void stored.then(() => storing.delete(stored));
  };
  return {
    page(what: PageFact['what'], page: string, text: string) {
      const place = `page ${++pages}`;
      add({ kind: 'page', input: input.id, place, at: Date.now(), page: redactUrl(page), what, text });
    },
    unsent({ call, error }: Parameters<Parameters<typeof watchRequests>[1]>[0]) {
      count(true);
      const place = `capture ${++calls}`;
      add({ ...browserCallFact(call, { input: input.id, place, key: `${input.id}:${place}` }), error });
    },
    settled: async () => void (await Promise.all(storing)),
  };
}

/** The session tells the user that storing failed; here it only must not disturb the browsing. */
async function storeQuietly(sink: InputHandle['sink'], fact: Fact): Promise<void> {
  try {
    await sink.add([fact]);
  } catch {
    return;
  }
}
