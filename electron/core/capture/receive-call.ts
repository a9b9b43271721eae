/** Decides about each call of Meta's that the proxy read: what is stored, and whether it goes on or is answered here. */
import type { CompletedRequest } from 'mockttp';
import { readCapiBody } from '../../../shared/meta/capi-body.ts';
import { answerLikeGraph } from '../../../shared/meta/graph-answer.ts';
import { datasetIdInPath } from '../../../shared/meta/meta-hosts.ts';
import { readBrowserCall } from '../../../shared/meta/pixel-call.ts';
import type { DeliveryMode } from '../../../shared/model/session.ts';
import { secretsSent } from '../sent-secrets.ts';
import type { CallRecorder } from './call-recorder.ts';
import { browserCallFact, type CapturedCall } from './captured-call.ts';
import { type HeldAnswer, heldJsonAnswer, heldPixelAnswer } from './held-answer.ts';
import { readCapturedCall } from './read-captured-call.ts';
import type { SeenCalls } from './seen-calls.ts';
import { type Treatment, treatmentOf } from './treatment.ts';

/** What passed: `held` and `forwarded` are Pixel and CAPI calls, `other` is everything else. */
export type Traffic = 'other' | 'held' | 'forwarded';

export type Receiver = {
  mode(): DeliveryMode;
  recorder: CallRecorder;
  seenCalls: SeenCalls;
  onTraffic(kind: Traffic): void;
  /** False for an address that no decrypted connection leads to: the Host header in it may name any. */
  mayReach(url: string): boolean;
  /** True for the mark of a call that the connection check sent. */
  isCheck(mark: string | string[] | undefined): boolean;
};

/**
 * Stores the call and returns the answer to give in Meta's place; null lets it go on. A failure of ours never rejects:
 * the call is answered or goes on as if nothing had happened, it is only not stored.
 */
export async function receiveCall(
  receiver: Receiver,
  request: CompletedRequest,
  isHeld: boolean,
): Promise<HeldAnswer | null> {
  const treatment = treatmentOf(request.method, request.url);
  if (treatment.kind === 'pass' || treatment.kind === 'ping') {
    receiver.onTraffic('other');
    return treatment.kind === 'ping' && isHeld ? heldPixelAnswer(request) : null;
  }
  const call = await readCapturedCall(request);
  const arrival = { request, call, isHeld };
  if (treatment.kind === 'server') return receiveServerCall(receiver, arrival, treatment.answer);
  receiver.seenCalls.add(call);
  return receiveBrowserCall(receiver, arrival, treatment);
}

type Arrival = { request: CompletedRequest; call: CapturedCall; isHeld: boolean };

async function receiveBrowserCall(
  { recorder, onTraffic }: Receiver,
  { request, call, isHeld }: Arrival,
  treatment: Treatment & { kind: 'event' | 'script' },
): Promise<HeldAnswer | null> {
  const isEvent = treatment.kind === 'event' && (treatment.proven || carriesEvent(call));
  if (!isEvent) onTraffic('other');
  if (treatment.kind === 'event' && !isEvent) return null;
  const isHeldHere = isEvent && isHeld;
  if (isEvent) onTraffic(isHeldHere ? 'held' : 'forwarded');
  await quietly(() => recorder.browserCall(request.id, call, isHeldHere));
  if (!isHeldHere) return null;
  return call.contentType?.includes('json') ? heldJsonAnswer(request, 200, '{}') : heldPixelAnswer(request);
}

async function receiveServerCall(
  { recorder, onTraffic }: Receiver,
  { request, call, isHeld }: Arrival,
  api: 'graph' | 'gateway',
): Promise<HeldAnswer | null> {
  onTraffic(isHeld ? 'held' : 'forwarded');
  await quietly(() => {
    const authorization = request.headers.authorization?.toString() ?? null;
    const secrets = secretsSent({ url: call.url, authorization, body: call.body?.toString('utf8') ?? '' });
    return recorder.serverCall(request.id, { ...call, secrets }, isHeld ? 'held' : 'forwarded');
  });
  if (!isHeld) return null;
  const { status, json } = api === 'graph' ? graphAnswer({ request, call, isHeld }) : { status: 202, json: '' };
  await quietly(() => recorder.answerServer(request.id, status, json));
  return heldJsonAnswer(request, status, json);
}

function graphAnswer({ request, call }: Arrival): { status: number; json: string } {
  const text = call.body?.toString('utf8') ?? '';
  const hasToken = 'authorization' in request.headers || `${call.url} ${text}`.includes('access_token');
  const body = readCapiBody(text, call.contentType);
  const answer = answerLikeGraph({ datasetId: datasetIdInPath(call.url), hasToken, body }, call.at);
  return { status: answer.status, json: JSON.stringify(answer.body) };
}

/** On a host that is not Meta's, the URL's shape proves nothing: a shop may have an `/events` of its own. */
function carriesEvent(call: CapturedCall): boolean {
  const reading = readBrowserCall(browserCallFact(call, { input: 0, place: '', key: '' }));
  return reading.what !== 'other';
}

/** Lets a bug of ours cost the record of one call, never the call. */
async function quietly(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    return;
  }
}
