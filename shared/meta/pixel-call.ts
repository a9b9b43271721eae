/** Reads one captured browser call: which events of the Pixel it carries, or what else of Meta's script it is. */
import type { DecodedBrowserEvent } from '../model/event.ts';
import type { BrowserCallFact } from '../model/fact.ts';
import { type Params, readForm } from './form.ts';
import { readGatewayCopy } from './gateway-copy.ts';
import { classifyUrl, datasetIdInPath, isMetaHost, type MetaUrlKind } from './meta-hosts.ts';
import { isMultipart, readMultipart } from './multipart.ts';
import { utf8OfLatin1 } from './percent.ts';
import { lastValue, readPixelEvent } from './pixel-event.ts';
import { queryOf, splitUrl } from './url.ts';

/**
 * `probe`: `/tr` with a dataset and no event. `unreadable`: a Pixel call whose event the source lost, with its body.
 * `graph-events` and `gateway-ingress` are server-side forms, which the reader of server records decodes.
 */
export type PixelReading =
  | { what: 'events'; events: DecodedBrowserEvent[] }
  | {
      what:
        | 'loader'
        | 'config'
        | 'plugin'
        | 'script-log'
        | 'topics'
        | 'probe'
        | 'unreadable'
        | 'graph-events'
        | 'gateway-ingress'
        | 'other';
      datasetId: string | null;
    };

/** Query and body are read, the body winning. Never throws: what could not be read is in the events' `damage`. */
export function readBrowserCall(fact: BrowserCallFact): PixelReading {
  if (fact.method.toUpperCase() === 'OPTIONS') return { what: 'other', datasetId: null };
  const kind = classifyUrl(fact.url);
  if (kind === 'gateway-candidate') return readGateway(fact);
  if (kind === 'pixel' || kind === 'pixel-shape' || kind === 'copy-endpoint') return readTr(fact, kind);
  if (kind === 'topics') return { what: kind, datasetId: lastValue(readQuery(fact).params, 'id') };
  return { what: kind, datasetId: datasetIdInPath(fact.url) };
}

function readGateway(fact: BrowserCallFact): PixelReading {
  const event = readGatewayCopy(fact);
  if (!event) return { what: 'other', datasetId: null };
  return { what: 'events', events: [event] };
}

/** On hosts that are not Meta's a path that ends in `/tr` proves nothing: there the id must be digits beside an `ev`. */
function readTr(fact: BrowserCallFact, kind: MetaUrlKind): PixelReading {
  const read = readParams(fact);
  const eventName = lastValue(read.params, 'ev');
  const datasetId = lastValue(read.params, 'id');
  const isProven = /^\d+$/.test(datasetId ?? '') && eventName !== null;
  if (!isProven && !isMetaHost(splitUrl(fact.url).host)) return { what: 'other', datasetId: null };
  if (eventName !== null) return { what: 'events', events: [readPixelEvent(fact, { ...read, kind }, eventName)] };
  const isLost = fact.method.toUpperCase() === 'POST' && (!fact.body || read.damage.length > 0);
  if (isLost) return { what: 'unreadable', datasetId };
  return { what: datasetId === null ? 'other' : 'probe', datasetId };
}

function readParams(fact: BrowserCallFact): Params {
  const query = readQuery(fact);
  if (!fact.body) return query;
  const body = readBody(fact, fact.body);
  return { params: [...query.params, ...body.params], damage: [...query.damage, ...body.damage] };
}

function readQuery(fact: BrowserCallFact): Params {
  return readForm(queryOf(fact.url) ?? '');
}

function readBody(fact: BrowserCallFact, text: string): Params {
  const body = fact.bodyCharset === 'latin1' ? utf8OfLatin1(text) : text;
  const read = isMultipart(fact.contentType, body) ? readMultipart(body, fact.contentType) : readFormBody(body);
  if (fact.bodyState === 'cut') read.damage.push('the source did not hold the whole body; this is what it had');
  return read;
}

function readFormBody(body: string): Params {
  if (/^[^=]*$/.test(body)) return { params: [], damage: ['the body is neither a form nor multipart'] };
  return readForm(body.trim());
}
