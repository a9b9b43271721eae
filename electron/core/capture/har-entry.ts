/** Reads one HAR entry, in any of the shapes in which browsers and proxies write it. */
import { type Param, writeForm } from '../../../shared/meta/form.ts';
import { writeMultipart } from '../../../shared/meta/multipart.ts';
import { splitUrl } from '../../../shared/meta/url.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../shared/model/json.ts';
import { bodyText } from './body-text.ts';
import type { RecordedCall } from './recorded-call.ts';

export type HarEntry = {
  request: JsonObject;
  response: JsonObject;
  url: string;
  /** Name of the page that it belongs to; null where the recorder has no pages. */
  pageref: string | null;
  headers: ReadonlyMap<string, string>;
  whole: JsonObject;
};

/** A text says why the entry cannot be used. */
export function readHarEntry(value: Json): HarEntry | string {
  if (!isJsonObject(value)) return 'the entry is not an object';
  const { request } = value;
  if (!isJsonObject(request)) return 'the entry has no request';
  const url = textOf(request.url);
  if (url === null) return 'the request has no URL';
  const response = isJsonObject(value.response) ? value.response : {};
  return { request, response, url, pageref: textOf(value.pageref), headers: headersOf(request), whole: value };
}

/**
 * The call itself, without page and cookies, which only the entries around it tell. Null for what is no call of its
 * own: a browser's internal upgrade to https, which the next entry makes.
 */
export function readHarCall(entry: HarEntry, place: string): RecordedCall | null {
  const internal = internalRedirect(entry.response);
  if (internal === 'http:' || internal === 'https:') return null;
  const { method, postData } = entry.request;
  const status = statusOf(entry.response);
  return {
    place,
    at: timeOf(entry.whole.startedDateTime),
    method: textOf(method) ?? 'GET',
    url: entry.url,
    ...readBody(isJsonObject(postData) ? postData : {}, entry),
    status: internal === null ? status : null,
    error: internal === null ? errorOf(entry, status) : `blocked: answered inside the browser by ${internal}`,
    held: false,
    page: null,
    userAgent: entry.headers.get('user-agent') ?? null,
    cookies: null,
    answerBody: answerBody(entry.response),
  };
}

/** The value where it is a text with something in it. */
export function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Objects of a list that should hold nothing else. */
export function objectsOf(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** Header values by lower-case name; of repeated ones the lines are joined, as HTTP allows. */
export function headersOf(message: JsonObject): Map<string, string> {
  const headers = new Map<string, string>();
  for (const { name, value } of objectsOf(message.headers)) {
    if (typeof name !== 'string' || typeof value !== 'string') continue;
    const key = name.toLowerCase();
    const before = headers.get(key);
    headers.set(key, before === undefined ? value : `${before}\n${value}`);
  }
  return headers;
}

function timeOf(value: Json | undefined): number | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

/** Recorders write 0 or -1 where no answer came. */
function statusOf({ status }: JsonObject): number | null {
  const number = Number(status);
  return Number.isInteger(number) && number > 0 ? number : null;
}

/** Chrome and Safari write `_error`, Playwright `_failureText`, proxies a text or comment beside a status of 0. */
function errorOf({ response, whole }: HarEntry, status: number | null): string | null {
  const named = [response._error, response._failureText, whole._error, whole._failureText, response.error];
  const stated = status === null ? [response.statusText, response.comment, whole.comment] : [];
  return [...named, ...stated].map(textOf).find((text) => text !== null) ?? null;
}

/** Chrome's own 307: to https, or to what an extension answers in the server's place. */
function internalRedirect({ status, statusText, redirectURL }: JsonObject): string | null {
  if (status !== 307 || textOf(statusText)?.toLowerCase() !== 'internal redirect') return null;
  const scheme = splitUrl(textOf(redirectURL) ?? '').scheme;
  return scheme === '' ? null : `${scheme}:`;
}

type Body = Pick<RecordedCall, 'contentType' | 'body' | 'bodyCharset' | 'bodyState'>;

function readBody(postData: JsonObject, entry: HarEntry): Body {
  const contentType = textOf(postData.mimeType) ?? entry.headers.get('content-type') ?? null;
  const text = textOf(postData.text);
  if (text === null) return bodyOfParams(objectsOf(postData.params), contentType);
  if ((postData.encoding ?? postData._encoding) === 'base64') {
    return { contentType, ...bodyText(Buffer.from(text, 'base64')) };
  }
  const bodyState = isShort(text, entry.headers.get('content-length')) ? 'cut' : 'whole';
  return { contentType, body: text, bodyCharset: 'utf8', bodyState };
}

/** Fewer bytes than were announced, also if the recorder made one character of every line end. */
function isShort(text: string, announced: string | undefined): boolean {
  const lineFeeds = text.split('\n').length - 1;
  return Number(announced) > Buffer.byteLength(text) + lineFeeds;
}

/** Playwright leaves `text` empty and fills `params`; the body is written again, in the form that was announced. */
function bodyOfParams(list: readonly JsonObject[], contentType: string | null): Body {
  const raw = list.flatMap(({ name, value }): Param[] =>
    typeof name === 'string' ? [{ key: name, value: typeof value === 'string' ? value : '' }] : [],
  );
  const none: Body = { contentType, body: null, bodyCharset: 'utf8', bodyState: 'whole' };
  if (raw.length === 0) return none;
  if (!/multipart\//i.test(contentType ?? '')) {
    const body = isEscaped(raw) ? raw.map(({ key, value }) => `${key}=${value}`).join('&') : writeForm(raw);
    return { ...none, body };
  }
  const boundary = /boundary="?([^";\s]+)/i.exec(contentType ?? '')?.[1] ?? 'boundary-not-recorded';
  return { ...none, contentType: `multipart/form-data; boundary=${boundary}`, body: writeMultipart(raw, boundary) };
}

/** Some recorders leave `params` as they are on the wire. */
function isEscaped(params: readonly Param[]): boolean {
  return params.some(({ key, value }) => /^[^%[]+%5B.*%5D$/i.test(key) || /^https?%3A%2F%2F/i.test(value));
}

function answerBody({ content }: JsonObject): string | null {
  if (!isJsonObject(content)) return null;
  const text = textOf(content.text);
  return text !== null && content.encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text;
}
