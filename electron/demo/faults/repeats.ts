/** Faults by which one action is told more than once, too late, or by one side only. */
import type { Action, CapiSend, PixelCall } from '../shop/action.ts';
import { eachSend, type Fault, onPurchase } from './fault.ts';

/** How long a stalled queue keeps an event: longer than the 60 s that are still fresh. */
const stalledMs = 75_000;
/** When a request without an answer is tried again. */
const retryAfterMs = 1500;

const again = (id: string, suffix: string) => `${id}-${suffix}`;

const otherCall = (call: PixelCall, action: Action): PixelCall => ({
  ...call,
  options: { eventID: again(action.eventId, 'theme') },
});

const otherSend = (send: CapiSend, action: Action): CapiSend => ({
  ...send,
  event: { ...send.event, event_id: again(action.eventId, 'webhook') },
});

const everySecond = <T>(all: T[], action: Action): T[] => (action.nth % 2 === 0 ? [] : all);

export const repeatFaults = [
  {
    id: 'dup.browser-repeat',
    code: 'dup.browser-repeat',
    on: ['AddToCart'],
    also: [],
    title: 'Pixel fired twice',
    does: 'A double click sends the same call twice. Add something to the cart.',
    pixel: (calls) => [...calls, ...calls],
  },
  {
    id: 'dup.server-repeat',
    code: 'dup.server-repeat',
    ...onPurchase,
    title: 'Server sent twice',
    does: 'Two workers take the same job from the queue. Place an order.',
    capi: (sends) => [...sends, ...sends],
  },
  {
    id: 'dup.server-repeat.retry',
    code: 'dup.server-repeat',
    on: ['InitiateCheckout'],
    also: [],
    title: 'Server sent again after a failure',
    does: 'The first try gets no answer, so the same body is sent again: harmless, Meta counts one. Open the checkout.',
    capi: (sends) =>
      sends.flatMap((send) => [
        { ...send, isLost: true },
        { ...send, heldMs: send.heldMs + retryAfterMs },
      ]),
  },
  {
    id: 'dup.browser-twins',
    code: 'dup.browser-twins',
    ...onPurchase,
    title: 'Two Pixel calls with two ids',
    does: 'The theme and a plugin both report the order, each with an id of its own. Place an order.',
    pixel: (calls, action) => calls.flatMap((call) => [call, otherCall(call, action)]),
  },
  {
    id: 'dup.server-twins',
    code: 'dup.server-twins',
    ...onPurchase,
    title: 'Two server events with two ids',
    does: 'The shop and the payment webhook both report the order. Place an order.',
    capi: (sends, action) => sends.flatMap((send) => [send, otherSend(send, action)]),
  },
  {
    id: 'time.late',
    code: 'time.late',
    on: ['InitiateCheckout'],
    also: [],
    title: 'Server event sent late',
    does: 'The queue stalls: the event leaves 75 seconds after the action. Open the checkout and wait.',
    capi: eachSend((send) => ({ ...send, heldMs: stalledMs })),
  },
  {
    id: 'coverage.server-missing',
    code: 'coverage.server-missing',
    on: ['ViewContent'],
    also: [],
    title: 'Server events lost',
    does: 'The server forgets every second product view. Open two products.',
    capi: everySecond,
  },
  {
    id: 'coverage.browser-missing',
    code: 'coverage.browser-missing',
    on: ['AddToCart'],
    also: [],
    title: 'Pixel calls lost',
    does: 'The page forgets every second call. Add two things to the cart.',
    pixel: everySecond,
  },
] as const satisfies readonly Fault[];
