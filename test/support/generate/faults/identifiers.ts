/** Faults of the id that joins the copies. */
import { copiesOf, type Draft, makeEventId } from '../draft.ts';
import type { Fault } from '../fault.ts';
import { wrongDataset } from '../shop.ts';

function setPixelId(draft: Draft, id: string | null): void {
  copiesOf(draft).pixel.eventId = id;
}

function setCapiId(draft: Draft, id: string | null): void {
  const { event } = copiesOf(draft).capi;
  if (id === null) delete event.event_id;
  else event.event_id = id;
}

/** Two spellings of one id. */
function mismatch(how: string, spell: (draft: Draft) => { pixel: string; capi: string }): Fault {
  return {
    name: `ids differ by ${how}`,
    codes: ['id.mismatch'],
    touches: ['id'],
    apply(draft) {
      const { pixel, capi } = spell(draft);
      setPixelId(draft, pixel);
      setCapiId(draft, capi);
    },
  };
}

function misplacedOnPixel(field: string): Fault {
  return {
    name: `the Pixel's id in ${field}`,
    codes: ['id.misplaced', 'id.missing-browser'],
    touches: ['id'],
    apply(draft) {
      const { pixel } = copiesOf(draft);
      const id = pixel.eventId ?? '';
      pixel.eventId = null;
      if (field === 'eid[0]') pixel.extra['eid[0]'] = id;
      else pixel.customData[field.slice(3, -1)] = id;
    },
  };
}

function misplacedOnServer(field: string): Fault {
  return {
    name: `the server's id in ${field}`,
    codes: ['id.misplaced', 'id.missing-server'],
    touches: ['id'],
    apply(draft) {
      const { capi } = copiesOf(draft);
      const id = capi.event.event_id ?? null;
      delete capi.event.event_id;
      if (field === 'custom_data.event_id') capi.customData.event_id = id;
      else capi.event[field] = id;
    },
  };
}

/** Without a shared id Meta falls back on the visitor, but only when the browser's copy is there first. */
function serverFirst(draft: Draft): void {
  const { pixel, capi } = copiesOf(draft);
  const leadMs = draft.random.int(3000, 20_000);
  capi.sentAt = pixel.at - leadMs;
  capi.event.event_time = Math.floor((capi.sentAt - 200) / 1000);
}

export const identifierFaults: readonly Fault[] = [
  {
    name: 'the Pixel gives no id',
    codes: ['id.missing-browser'],
    touches: ['id'],
    apply: (draft) => setPixelId(draft, null),
  },
  {
    name: 'the server gives no id',
    codes: ['id.missing-server'],
    touches: ['id'],
    apply: (draft) => setCapiId(draft, null),
  },
  {
    name: 'neither gives an id',
    codes: ['id.missing-both'],
    touches: ['id'],
    apply(draft) {
      setPixelId(draft, null);
      setCapiId(draft, null);
    },
  },
  {
    name: 'no Pixel id and the server first',
    codes: ['id.missing-browser', 'time.server-first'],
    touches: ['id', 'time', 'fbp'],
    needsLog: ['time'],
    apply(draft) {
      setPixelId(draft, null);
      serverFirst(draft);
    },
  },
  {
    name: 'no ids and the server first',
    codes: ['id.missing-both', 'time.server-first'],
    touches: ['id', 'time', 'fbp'],
    needsLog: ['time'],
    apply(draft) {
      setPixelId(draft, null);
      setCapiId(draft, null);
      serverFirst(draft);
    },
  },
  mismatch('case', ({ random }) => {
    const id = `Evt-${random.text(10, 'abcdefghkmnpqr')}-${random.digits(4)}`;
    return { pixel: id, capi: id.toUpperCase() };
  }),
  mismatch('a prefix', ({ random, order }) => ({
    pixel: `${random.pick(['order_', 'purchase-', 'wc.'])}${order}`,
    capi: order,
  })),
  mismatch('a suffix', ({ order, kind }) => ({ pixel: order, capi: `${order}_${kind.toLowerCase()}` })),
  mismatch('white space', ({ random, kind, order }) => {
    const id = makeEventId(random, kind, order);
    return { pixel: `${id} `, capi: id };
  }),
  mismatch('leading zeros', ({ order }) => ({ pixel: `000${order}`, capi: order })),
  mismatch('everything', ({ random }) => ({ pixel: random.uuid(), capi: random.uuid() })),
  misplacedOnPixel('cd[eventID]'),
  misplacedOnPixel('cd[event_id]'),
  misplacedOnPixel('eid[0]'),
  misplacedOnServer('custom_data.event_id'),
  misplacedOnServer('eventID'),
  misplacedOnServer('eventId'),
  {
    name: "Meta's script made the id",
    codes: ['id.automatic'],
    touches: ['id'],
    apply: (draft) => setPixelId(draft, `ob3_plugin-set_${draft.random.hex(64)}`),
  },
  {
    name: 'event names differ',
    codes: ['id.name-mismatch'],
    // What a Purchase or a Lead must have is asked of that name only.
    touches: ['id', 'value', 'currency', 'em'],
    apply(draft) {
      const { event } = copiesOf(draft).capi;
      const name = String(event.event_name);
      event.event_name = draft.random.pick([name.toLowerCase(), name.toUpperCase(), `${name}Completed`]);
    },
  },
  {
    name: 'datasets differ',
    codes: ['id.dataset-mismatch'],
    touches: ['id'],
    needsLog: ['address'],
    apply(draft) {
      copiesOf(draft).capi.dataset = wrongDataset;
    },
  },
];
