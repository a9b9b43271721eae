/** Calls and requests that do not arrive. */
import { copiesOf, type Draft } from '../draft.ts';
import { everyPart, type Fault } from '../fault.ts';
import type { GraphRefusal, PixelSend } from '../sends.ts';

function ends(name: string, code: string, end: PixelSend['end']): Fault {
  return {
    name,
    codes: [code],
    touches: ['pixel-send'],
    apply(draft) {
      copiesOf(draft).pixel.end = end;
    },
  };
}

function refused(name: string, refusal: GraphRefusal): Fault {
  return {
    name: `refused: ${name}`,
    codes: ['delivery.rejected'],
    touches: ['capi-send'],
    needsLog: ['answer'],
    apply(draft) {
      copiesOf(draft).capi.answer = refusal;
    },
  };
}

/** One side never sent it. */
function onlyOneSide(draft: Draft, gone: 'pixel' | 'capi'): void {
  draft[gone].length = 0;
}

export const deliveryFaults: readonly Fault[] = [
  ends('an ad blocker', 'delivery.blocked', { error: 'net::ERR_BLOCKED_BY_CLIENT' }),
  ends('a content security policy', 'delivery.blocked', { error: 'net::ERR_BLOCKED_BY_CSP' }),
  ends('the page was left', 'delivery.aborted', { error: 'net::ERR_ABORTED' }),
  ends('no name resolution', 'delivery.failed', { error: 'net::ERR_NAME_NOT_RESOLVED' }),
  ends('an error answer', 'delivery.failed', { status: 503 }),
  refused('the token has expired', { status: 401, code: 190, subcode: 463, message: 'Session has expired.' }),
  refused('no permission', { status: 403, code: 200, subcode: null, message: 'Permissions error' }),
  refused('no such object', { status: 400, code: 100, subcode: 33, message: 'Unsupported post request.' }),
  {
    name: 'the page counted an event that nobody saw',
    codes: ['delivery.counter-gap'],
    touches: ['page'],
    apply(draft) {
      copiesOf(draft).pixel.unseenBefore = 1;
    },
  },
  {
    name: 'the server never sends it',
    codes: ['coverage.server-missing'],
    touches: everyPart,
    apply: (draft) => onlyOneSide(draft, 'capi'),
  },
  {
    name: 'blocked, and the server never sends it',
    codes: ['delivery.blocked', 'coverage.server-missing'],
    touches: everyPart,
    apply(draft) {
      copiesOf(draft).pixel.end = { error: 'net::ERR_BLOCKED_BY_CLIENT' };
      onlyOneSide(draft, 'capi');
    },
  },
  {
    name: 'the Pixel never fires',
    codes: ['coverage.browser-missing'],
    touches: everyPart,
    apply: (draft) => onlyOneSide(draft, 'pixel'),
  },
];
