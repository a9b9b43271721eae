/** What a request to Graph asks for, by its method and path, and what Graph says to what is not the Conversions API. */
import type { GraphAnswerMessage } from './graph-answer.ts';
import { refusal } from './graph-answer.ts';
import { plainError } from './graph-error.ts';
import { traceIdOf } from './trace-id.ts';

export type GraphTarget =
  | { kind: 'events'; datasetId: string; version: string | null; isGateway: boolean }
  /** The root, where requests in one `batch` parameter are posted. */
  | { kind: 'root'; version: string | null }
  | { kind: 'object'; id: string; version: string | null }
  | { kind: 'unknown'; path: string; version: string | null };

const docs = 'Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api';

/**
 * Any version `vN.N` and none; a gateway's `/capi/<dataset>/events` too. A slash too many is forgiven: SDKs join a host
 * that ends in one. `path` without query.
 */
export function readGraphPath(path: string): GraphTarget {
  const parts = path.split('/').filter((part) => part !== '');
  const version = /^v\d{1,3}(?:\.\d{1,3})?$/.test(parts[0] ?? '') ? (parts.shift() ?? null) : null;
  const isGateway = parts.length === 3 && parts[0] === 'capi';
  const [id, edge, ...more] = isGateway ? parts.slice(1) : parts;
  if (id === undefined) return { kind: 'root', version };
  if (!/^\d{1,20}$/.test(id)) return { kind: 'unknown', path: `/${parts.join('/')}`, version };
  if (edge === undefined) return { kind: 'object', id, version };
  if (edge !== 'events' || more.length > 0) return { kind: 'unknown', path: `/${[edge, ...more].join('/')}`, version };
  return { kind: 'events', datasetId: id, version, isGateway };
}

/** Graph's answer to what it does not offer: a method on an object, or a path that it does not know. */
export function answerUnsupported(method: string, target: GraphTarget): GraphAnswerMessage {
  const trace = traceIdOf(`${method} ${JSON.stringify(target)}`);
  if (target.kind === 'unknown') return refusal(plainError(2500, `Unknown path components: ${target.path}`), trace);
  const verb = method.toLowerCase() === 'head' ? 'get' : method.toLowerCase();
  const type = 'GraphMethodException';
  if (target.kind === 'root') return refusal(plainError(100, `Unsupported ${verb} request. ${docs}`, { type }), trace);
  const id = target.kind === 'events' ? target.datasetId : target.id;
  const message = `Unsupported ${verb} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. ${docs}`;
  return refusal(plainError(100, message, { type, subcode: 33 }), trace);
}
