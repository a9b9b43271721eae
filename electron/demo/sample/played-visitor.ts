/** A visitor that Node plays: opens pages of the shop, presses buttons, and keeps the recording of the calls. */
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import type { FaultId } from '../faults/list.ts';
import type { FbqArguments } from '../pixel/page-window.ts';
import type { ShopRequest, ShopResponse } from '../shop/request.ts';
import type { Shop } from '../shop/shop.ts';
import type { PlayedClock } from './clock.ts';
import type { PageCall } from './played-element.ts';
import { type PlayedPage, playPage } from './played-page.ts';

/** One line of a recording, as `--browser` reads it. */
export type RecordedCall = JsonObject & { at: string; method: string; url: string };

export type PlayedVisitorOptions = {
  shop: Shop;
  origin: string;
  clock: PlayedClock;
  random: () => number;
  /** Awaited after each thing that the server's queue did. */
  settle: () => Promise<void>;
  userAgent: string;
  screen: { width: number; height: number };
  record: (call: RecordedCall) => void;
};

type LiveAnswer = { calls: Json[][]; leaveTo: string | null };

/** From the page's arrival to its script's. */
const scriptDelayMs = 170;

/** The arguments of the `fbq(…)` lines in a page. */
function fbqCallsIn(html: string): FbqArguments[] {
  return [...html.matchAll(/^fbq\((.*)\);$/gm)].map(([, args]) => JSON.parse(`[${args}]`) as FbqArguments);
}

const titleIn = (html: string) => /<title>(.*)<\/title>/.exec(html)?.[1] ?? '';

export function playVisitor(options: PlayedVisitorOptions) {
  const { shop, origin, clock, random, settle, userAgent, screen, record } = options;
  const cookies = new Map<string, string>();
  let url = '';
  let page: PlayedPage | null = null;
  /** The page's Content-Security-Policy. */
  let policy = '';
  /** The page is about to be left: calls made now are cut off. */
  let isLeaving = false;

  function endOf(call: PageCall): JsonObject {
    if (policy !== '' && !call.url.startsWith(origin)) return { error: 'net::ERR_BLOCKED_BY_CSP' };
    if (call.url.startsWith(origin)) return { status: ask(call.method, call.url).status };
    return isLeaving ? { error: 'net::ERR_ABORTED' } : { status: 200 };
  }

  function onCall({ contentType, body, ...call }: PageCall): void {
    const at = new Date(clock.tick()).toISOString();
    const sent = contentType === null ? {} : { contentType, body };
    record({ at, ...call, ...sent, ...endOf({ contentType, body, ...call }), page: url, userAgent });
  }

  function ask(method: string, path: string, more: Partial<ShopRequest> = {}): ShopResponse {
    const jar = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const blank = { wantsJson: false, contentType: '', body: '', referer: url };
    const response = shop.handle({ ...blank, method, url: new URL(path, origin), cookies: jar, userAgent, ...more });
    for (const cookie of [response.headers['set-cookie'] ?? []].flat()) {
      const [name = '', value = ''] = cookie.split(';', 1)[0]?.split('=') ?? [];
      cookies.set(name, value);
    }
    return response;
  }

  /** Opens a page, by way of redirects, and lets its script run. */
  async function open(path: string, referrer = url): Promise<void> {
    const response = ask('GET', path, { referer: referrer });
    url = new URL(path, origin).href;
    policy = String(response.headers['content-security-policy'] ?? '');
    const title = titleIn(response.body);
    await clock.advance(scriptDelayMs, settle);
    page = playPage(
      { url, referrer, title, userAgent, screen, clock, random, cookies, onCall },
      fbqCallsIn(response.body),
    );
    await page.settled();
  }

  /** Presses the button of a form that the page sends by itself; goes along where the shop leads. */
  async function pressLive(buttonText: string, path: string, form: Record<string, string>): Promise<void> {
    page?.press(buttonText);
    await page?.settled();
    const body = new URLSearchParams(form).toString();
    const { calls, leaveTo } = JSON.parse(ask('POST', path, { body, wantsJson: true }).body) as LiveAnswer;
    isLeaving = leaveTo !== null;
    for (const call of calls) page?.fbq(...call);
    await page?.settled();
    isLeaving = false;
    if (leaveTo !== null) await open(leaveTo);
  }

  async function submit(buttonText: string, path: string, form: Record<string, string>): Promise<void> {
    page?.press(buttonText);
    await page?.settled();
    const answer = ask('POST', path, { body: new URLSearchParams(form).toString() });
    await open(String(answer.headers['location'] ?? '/'));
  }

  /** Exactly these faults are on from now on. */
  function setFaults(...on: FaultId[]): void {
    ask('POST', '/faults', { contentType: 'application/json', body: JSON.stringify({ on }), wantsJson: true });
  }

  const wait = (seconds: number) => clock.advance(seconds * 1000, settle);

  return { open, pressLive, submit, setFaults, wait };
}
