/** One HTTP call as the proxy or the browser saw it, and the fact that it becomes: redacted before anything is kept. */
import { redactText, redactUrl } from '../../../shared/meta/redact.ts';
import type { BrowserCallFact, ServerRecordFact } from '../../../shared/model/fact.ts';
import { type BodyText, bodyText } from './body-text.ts';

export type CapturedCall = {
  at: number;
  method: string;
  url: string;
  contentType: string | null;
  body: Buffer | null;
  /** False where `body` is known to be only a part. */
  isWhole: boolean;
  referer: string | null;
  userAgent: string | null;
};

type Identity = { input: number; place: string; key: string };

/** Cookies are not taken: those of such a call belong to facebook.com, not to the site. */
export function browserCallFact(call: CapturedCall, identity: Identity): BrowserCallFact {
  const read = call.body && call.body.length > 0 ? bodyText(call.body, call.isWhole) : null;
  return {
    kind: 'browser-call',
    ...identity,
    at: call.at,
    method: call.method,
    url: redactUrl(call.url),
    contentType: call.contentType,
    body: read === null ? null : redactText(read.body),
    bodyCharset: read?.bodyCharset ?? 'utf8',
    bodyState: read?.bodyState ?? stateWithoutBody(call),
    status: null,
    error: null,
    held: false,
    page: call.referer === null ? null : redactUrl(call.referer),
    userAgent: call.userAgent,
    cookies: null,
  };
}

/** The query of a Graph URL holds the access token and nothing else of use. */
export function serverRecordFact(
  call: CapturedCall,
  identity: Identity,
  delivery: 'forwarded' | 'held',
): ServerRecordFact {
  const read: BodyText = bodyText(call.body ?? Buffer.alloc(0), call.isWhole);
  return {
    kind: 'server-record',
    ...identity,
    form: 'request',
    at: call.at,
    url: redactUrl(call.url.split('?', 1)[0] ?? ''),
    contentType: call.contentType,
    body: redactText(read.body),
    bodyCharset: read.bodyCharset,
    bodyState: read.bodyState,
    userAgent: call.userAgent,
    delivery,
  };
}

function stateWithoutBody(call: CapturedCall): 'whole' | 'cut' {
  return call.isWhole ? 'whole' : 'cut';
}
