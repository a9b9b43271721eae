/** The half of the proxy that reads: mockttp behind the gate, which decrypts every connection that it is given. */
import {
  type CompletedRequest,
  completionCheckers,
  type Mockttp,
  matchers,
  type OngoingRequest,
  type RuleEvent,
  requestSteps,
} from 'mockttp';
import { CHECK_HEADER } from '../check/check-marks.ts';
import { decodeBody } from '../decode-body.ts';
import type { CallRecorder } from './call-recorder.ts';
import type { Authority } from './certificate-authority.ts';
import { heldJsonAnswer } from './held-answer.ts';
import { type LoopbackMockttp, startOnLoopback } from './loopback-mockttp.ts';
import { ABORTED, netError } from './net-error.ts';
import { READ_BODY_BYTES } from './read-captured-call.ts';
import { type Receiver, receiveCall } from './receive-call.ts';
import { isAnsweredHere, type Treatment, treatmentOf } from './treatment.ts';
import type { UpstreamRoute } from './upstream-route.ts';

/** How calls reach Meta where that is not the direct way. */
export type Upstream = {
  /** A proxy for the calls to Meta, such as `http://127.0.0.1:3128`. */
  proxyUrl?: string;
  /** Which proxy leads to a host; asked for each connection where `proxyUrl` is not given. */
  route?: UpstreamRoute;
  /** Hosts whose certificates are not verified; may grow. */
  exceptions?: readonly string[];
  /** Certificates (PEM) to trust for them beside the usual ones. */
  trustedCertificates?: readonly string[];
};

/** Resolves when it listens on 127.0.0.1. */
export async function startDecryptingProxy(
  authority: Authority,
  receiver: Receiver,
  upstream: Upstream,
): Promise<LoopbackMockttp> {
  const started = await startOnLoopback({
    https: { cert: authority.certificate, key: authority.key, defaultDomain: 'www.facebook.com' },
    recordTraffic: false,
    suggestChanges: false,
    maxBodySize: READ_BODY_BYTES,
  });
  const { proxy } = started;
  await addRules(proxy, receiver, upstream);
  await proxy.on('request-initiated', ({ method, url }) => {
    if (treatmentOf(method, url).kind === 'pass') receiver.onTraffic('other');
  });
  await proxy.on('rule-event', (event: RuleEvent) => followUpstream(receiver.recorder, event));
  await proxy.on('abort', ({ id }) => receiver.recorder.end(id, { status: null, error: ABORTED }));
  return started;
}

/** Without it a rule that has answered once steps back behind every later one that matches too. */
const completionChecker = new completionCheckers.Always();

/** Only Graph's small JSON answers are read; every other answer is streamed on. */
async function addRules(proxy: Mockttp, receiver: Receiver, upstream: Upstream): Promise<void> {
  const reaching = {
    simulateConnectionErrors: true,
    additionalTrustedCAs: (upstream.trustedCertificates ?? []).map((cert) => ({ cert })),
    ignoreHostHttpsErrors: (upstream.exceptions as string[] | undefined) ?? [],
    ...proxyConfigOf(upstream),
  };
  const isHolding = () => receiver.mode() === 'hold';
  const beforeRequest = async (request: CompletedRequest) => {
    const answer = await receiveCall(receiver, request, isHolding());
    return answer ? { response: answer } : {};
  };
  const hold = async (request: CompletedRequest) => (await receiveCall(receiver, request, true)) ?? 'close';
  /** Given the body as it came, mockttp does not decompress it once more, which it would do without end. */
  const beforeServerRequest = async (request: CompletedRequest) => {
    const isPacked = request.headers['content-encoding'] !== undefined && request.body.buffer.length > 0;
    return { ...(isPacked && { rawBody: request.body.buffer }), ...(await beforeRequest(request)) };
  };
  const beforeResponse: ResponseCallback = async ({ id, statusCode, headers, body }) => {
    const encoding = headers['content-encoding']?.toString() ?? null;
    const text = await decodeBody(body.buffer, { encoding, maxOutputLength: READ_BODY_BYTES });
    await receiver.recorder.answerServer(id, statusCode, Buffer.isBuffer(text) ? text.toString('utf8') : '');
  };
  const isAnswered = (treatment: Treatment) => isHolding() && isAnsweredHere(treatment);
  const rule = (kinds: Treatment['kind'][], options: PassThroughOptions) => ({
    completionChecker,
    matchers: [treatedAs((treatment) => kinds.includes(treatment.kind) && !isAnswered(treatment))],
    steps: [new requestSteps.PassThroughStep({ ...reaching, ...options })],
  });
  await proxy.addRequestRules(
    misdirectedRule(receiver),
    checkRule(receiver),
    { completionChecker, matchers: [treatedAs(isAnswered)], steps: [new requestSteps.CallbackStep(hold)] },
    rule(['event', 'script', 'ping'], { beforeRequest }),
    rule(['server'], { beforeRequest: beforeServerRequest, beforeResponse }),
    rule(['pass'], {}),
  );
  const isMisdirected = ({ url }: { url: string }) => !receiver.mayReach(url);
  await proxy.forAnyWebSocket().matching(isMisdirected).always().thenCloseConnection();
  await proxy.forAnyWebSocket().thenPassThrough(reaching);
}

/** RFC 9110, 15.5.20 */
const MISDIRECTED = { statusCode: 421, body: 'This connection does not lead to the host that the request names.\n' };

function misdirectedRule({ mayReach }: Receiver) {
  const matches = ({ url }: OngoingRequest) => !mayReach(url);
  return {
    completionChecker,
    matchers: [Object.assign(new matchers.WildcardMatcher(), { matches })],
    steps: [new requestSteps.CallbackStep(() => MISDIRECTED)],
  };
}

/** Neither stored nor passed on. */
function checkRule({ isCheck }: Receiver) {
  const matches = ({ headers }: OngoingRequest) => isCheck(headers[CHECK_HEADER]);
  const answer = async (request: CompletedRequest) => heldJsonAnswer(request, 200, '{"events_received":1}');
  return {
    completionChecker,
    matchers: [Object.assign(new matchers.WildcardMatcher(), { matches })],
    steps: [new requestSteps.CallbackStep(answer)],
  };
}

function proxyConfigOf({ proxyUrl, route }: Upstream) {
  if (proxyUrl !== undefined) return { proxyConfig: { proxyUrl } };
  if (route === undefined || route.label === null) return {};
  const proxyConfig = async ({ hostname }: { hostname: string }) => {
    const found = await route.proxyFor(hostname, 443);
    return found === null ? undefined : { proxyUrl: found };
  };
  return { proxyConfig };
}

type PassThroughOptions = NonNullable<ConstructorParameters<typeof requestSteps.PassThroughStep>[0]>;
type ResponseCallback = NonNullable<PassThroughOptions['beforeResponse']>;

/** mockttp's own matcher with a callback waits for the whole body first; this one decides by the head. */
function treatedAs(isWanted: (treatment: Treatment) => boolean): matchers.WildcardMatcher {
  const matches = ({ method, url }: OngoingRequest) => isWanted(treatmentOf(method, url));
  return Object.assign(new matchers.WildcardMatcher(), { matches });
}

/** The status as soon as Meta's head is there; else why the call did not get one. */
function followUpstream(recorder: CallRecorder, { requestId, eventType, eventData }: RuleEvent): void {
  if (eventType === 'passthrough-response-head' && recorder.awaits(requestId) === 'browser') {
    recorder.end(requestId, { status: (eventData as { statusCode: number }).statusCode, error: null });
  }
  if (eventType === 'passthrough-abort') {
    const { downstreamAborted, error } = eventData as { downstreamAborted: boolean; error: { code?: string } };
    recorder.end(requestId, { status: null, error: downstreamAborted ? ABORTED : netError(error.code) });
  }
}
