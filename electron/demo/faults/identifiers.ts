/** Faults of the event_id: why the two copies of an action are not recognised as one. */
import type { CapiSend } from '../shop/action.ts';
import { otherDataset } from '../shop/catalogue.ts';
import { eachCall, eachSend, type Fault, onPurchase, without } from './fault.ts';

const serverId = (change: (id: string) => string) =>
  eachSend((send: CapiSend) => ({ ...send, event: { ...send.event, event_id: change(send.event.event_id ?? '') } }));

const withoutEventId = eachSend((send) => ({ ...send, event: without(send.event, 'event_id') }));
const withoutPixelId = eachCall((call) => ({ ...call, options: {} }));
const digits = (id: string) => id.replace(/\D/g, '');
const doubleCounted = ['dup.double-counted'];
const cachedId = 'HT-cached-4f1c';

export const identifierFaults = [
  {
    id: 'id.missing-browser',
    code: 'id.missing-browser',
    on: ['InitiateCheckout'],
    also: [],
    title: 'Pixel without eventID',
    does: 'The checkout page calls fbq without its fourth argument. Open the checkout.',
    pixel: withoutPixelId,
  },
  {
    id: 'id.missing-server',
    code: 'id.missing-server',
    on: ['AddToCart'],
    also: [],
    title: 'Server without event_id',
    does: 'The server leaves event_id out. Add something to the cart.',
    capi: withoutEventId,
  },
  {
    id: 'id.missing-both',
    code: 'id.missing-both',
    on: ['ViewContent'],
    also: [],
    title: 'No id on either side',
    does: 'Nobody made an event id. Open a product.',
    pixel: withoutPixelId,
    capi: withoutEventId,
  },
  {
    id: 'id.mismatch.prefix',
    code: 'id.mismatch',
    ...onPurchase,
    also: doubleCounted,
    title: 'Ids differ: order_ in front',
    does: 'The page sends HT-1001, the server order_HT-1001. Place an order.',
    capi: serverId((id) => `order_${id}`),
  },
  {
    id: 'id.mismatch.case',
    code: 'id.mismatch',
    ...onPurchase,
    also: doubleCounted,
    title: 'Ids differ: upper and lower case',
    does: 'The server writes the order number in lower case. Place an order.',
    capi: serverId((id) => id.toLowerCase()),
  },
  {
    id: 'id.mismatch.zeros',
    code: 'id.mismatch',
    ...onPurchase,
    also: doubleCounted,
    title: 'Ids differ: leading zeros',
    does: 'The page sends 00001001, the server 1001. Place an order.',
    pixel: eachCall((call, action) => ({ ...call, options: { eventID: digits(action.eventId).padStart(8, '0') } })),
    capi: serverId(digits),
  },
  {
    id: 'id.misplaced.browser',
    code: 'id.misplaced',
    on: ['AddToCart'],
    also: ['id.missing-browser'],
    title: 'eventID in the third argument',
    does: 'The page puts eventID among the parameters, where Meta does not look. Add something to the cart.',
    pixel: eachCall((call) => ({ ...call, data: { ...call.data, ...call.options }, options: {} })),
  },
  {
    id: 'id.misplaced.server',
    code: 'id.misplaced',
    on: ['InitiateCheckout'],
    also: ['id.missing-server'],
    title: 'event_id inside custom_data',
    does: 'The server puts event_id into custom_data. Open the checkout.',
    capi: eachSend(({ event, ...send }) => {
      const custom_data = { ...event.custom_data, event_id: event.event_id ?? null };
      return { ...send, event: { ...without(event, 'event_id'), custom_data } };
    }),
  },
  {
    id: 'id.name-mismatch',
    code: 'id.name-mismatch',
    ...onPurchase,
    also: doubleCounted,
    title: 'Names differ: purchase',
    does: 'The server calls the event purchase; Meta compares names exactly. Place an order.',
    capi: eachSend((send) => ({ ...send, event: { ...send.event, event_name: 'purchase' } })),
  },
  {
    id: 'id.dataset-mismatch',
    code: 'id.dataset-mismatch',
    ...onPurchase,
    also: doubleCounted,
    title: 'Datasets differ',
    does: 'The server still sends to the staging dataset. Place an order.',
    capi: eachSend((send) => ({ ...send, dataset: otherDataset })),
  },
  {
    id: 'id.reused',
    code: 'id.reused',
    ...onPurchase,
    title: 'One id for every order',
    does: 'The thank-you page was cached with its event id in it. Place two orders.',
    pixel: eachCall((call) => ({ ...call, options: { eventID: cachedId } })),
    capi: serverId(() => cachedId),
  },
] as const satisfies readonly Fault[];
