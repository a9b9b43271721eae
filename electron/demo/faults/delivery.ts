/** Faults on the way: calls that the browser, a navigation, a dead endpoint or Meta itself stops. */
import { eachSend, type Fault, onPurchase } from './fault.ts';

export const deliveryFaults = [
  {
    id: 'delivery.blocked',
    code: 'delivery.blocked',
    on: ['PageView', 'ViewContent', 'AddToCart'],
    also: [],
    title: 'Blocked by the page’s own policy',
    does: 'Product pages forbid calls to other hosts (Content-Security-Policy). Open a product.',
  },
  {
    id: 'delivery.aborted',
    code: 'delivery.aborted',
    on: ['AddToCart'],
    also: [],
    title: 'Cut off by a navigation',
    does: 'The page leaves for the checkout while its call is under way. Add something to the cart.',
  },
  {
    id: 'delivery.failed',
    code: 'delivery.failed',
    on: 'every event',
    also: [],
    title: 'First-party endpoint is down',
    does: 'The Pixel sends to the shop’s own /tr/, which answers 502. Open any page.',
  },
  {
    id: 'delivery.rejected',
    code: 'delivery.rejected',
    ...onPurchase,
    also: ['key.unhashed', 'request.invalid'],
    title: 'Refused by Meta: e-mail not hashed',
    does: 'The server sends the e-mail as typed; Graph refuses the whole request. Place an order.',
    capi: eachSend(({ event, ...send }, { contact }) => {
      const user_data = { ...event.user_data, em: [contact?.email ?? ''] };
      return { ...send, event: { ...event, user_data } };
    }),
  },
  {
    id: 'privacy.token-in-log',
    code: 'privacy.token-in-log',
    on: 'every event',
    also: [],
    title: 'Access token in the log',
    does: 'The server logs the full address, access_token included. Open any page.',
    capi: eachSend((send) => ({ ...send, isTokenLogged: true })),
  },
] as const satisfies readonly Fault[];
