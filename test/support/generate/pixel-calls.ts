/** Writes Pixel sends as browser calls, one JSON line each, the way Meta's script puts them on the wire. */
import type { Json } from '../../../shared/model/json.ts';
import type { PixelSend, ScriptCall } from './sends.ts';

export type BrowserLine = { at: number; text: string };

const endpoint = 'https://www.facebook.com/tr/';

/** All calls of a visit; the script's counter runs over each page load and dataset. */
export function pixelLines(sends: readonly PixelSend[]): BrowserLine[] {
  const counters = new Map<string, number>();
  return [...sends]
    .sort((a, b) => a.at - b.at)
    .map((send) => {
      const key = `${send.load.openedAt}|${send.dataset}`;
      const counter = (counters.get(key) ?? 0) + send.unseenBefore;
      counters.set(key, counter + 1);
      return callLine(send, counter);
    });
}

export function scriptLine({ at, url, page, userAgent, end }: ScriptCall): BrowserLine {
  return { at, text: JSON.stringify({ at: isoTime(at), method: 'GET', url, page, userAgent, ...end }) };
}

function callLine(send: PixelSend, counter: number): BrowserLine {
  const { load, userAgent, cookieFbc, fbp, end } = send;
  const at = send.at + 30 + (send.at % 50);
  const cookies = { ...(fbp !== null && { _fbp: fbp }), ...(cookieFbc !== null && { _fbc: cookieFbc }) };
  const common = { page: load.url, userAgent, ...(cookieFbc !== null && { cookies }), ...end };
  // Chrome posts what is too long for an image; which calls are does not matter here, so every third is.
  const isForm = send.at % 3 === 0 && send.extra.noscript === undefined;
  const params = paramsOf(send, { counter, transport: isForm ? 'formPOST' : 'GET' });
  const request = isForm
    ? { method: 'POST', url: endpoint, contentType: 'application/x-www-form-urlencoded', body: formBody(params) }
    : { method: 'GET', url: `${endpoint}?${query(params)}` };
  return { at, text: JSON.stringify({ at: isoTime(at), ...request, ...common }) };
}

type Params = [string, string][];

function paramsOf(send: PixelSend, { counter, transport }: { counter: number; transport: string }): Params {
  if (send.extra.noscript !== undefined) return noscriptParams(send);
  const { load } = send;
  return present([
    ['id', send.dataset],
    ['ev', send.eventName],
    ['dl', load.url],
    ['rl', ''],
    ['if', 'false'],
    ['ts', String(send.at)],
    ...Object.entries(send.customData).map(([key, value]): [string, string | null] => [`cd[${key}]`, wireText(value)]),
    ...Object.entries(send.userData).map(([key, value]): [string, string] => [`ud[${key}]`, value]),
    ['sw', '1920'],
    ['sh', '1080'],
    ['v', load.version],
    ['r', 'stable'],
    ['a', load.agent],
    ['ec', String(counter)],
    ['o', '4126'],
    ['fbp', send.fbp],
    ['fbc', send.fbc],
    ['it', String(load.openedAt)],
    ['coo', 'false'],
    ['eid', send.eventId],
    ...Object.entries(send.extra),
    ['rqm', send.extra.rqm ?? transport],
  ]);
}

/** The image in a noscript element knows neither time nor cookies. */
function noscriptParams(send: PixelSend): Params {
  return [
    ['id', send.dataset],
    ['ev', send.eventName],
    ['noscript', '1'],
  ];
}

function present(params: [string, string | null][]): Params {
  return params.filter((param): param is [string, string] => param[1] !== null);
}

/** The script sends texts, numbers and booleans as they are, lists and objects as JSON, and drops null. */
function wireText(value: Json): string | null {
  if (value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function query(params: Params): string {
  return params
    .map(([key, value]) => `${key.replaceAll('[', '%5B').replaceAll(']', '%5D')}=${encodeURIComponent(value)}`)
    .join('&');
}

function formBody(params: Params): string {
  return new URLSearchParams(params).toString();
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
