/** A visit in the making: one healthy action, sent by both sides, for faults to break. */
import type { JsonObject } from '../../../shared/model/json.ts';
import type { Random } from './random.ts';
import type { CapiSend, PageLoad, PixelSend, ScriptCall } from './sends.ts';
import { mainDataset, origin, type Product, products } from './shop.ts';
import { makeVisitor, type Visitor } from './visitor.ts';

export type ActionKind = 'Purchase' | 'Lead' | 'AddToCart' | 'InitiateCheckout' | 'CompleteRegistration';
export const actionKinds: readonly ActionKind[] = [
  'Purchase',
  'Lead',
  'AddToCart',
  'InitiateCheckout',
  'CompleteRegistration',
];

export type Draft = {
  random: Random;
  visitor: Visitor;
  kind: ActionKind;
  /** Unique in the session; only a Purchase carries it. */
  order: string;
  product: Product;
  /** The action's own sends: first the two copies, then whatever a fault adds. */
  pixel: PixelSend[];
  capi: CapiSend[];
  /** Pixel events of the same visit that no server sends: each an action of its own. */
  around: PixelSend[];
  scripts: ScriptCall[];
  marks: string[];
  codes: Set<string>;
  tolerated: Set<string>;
};

export type DraftOptions = { random: Random; at: number; order: string; kind: ActionKind; visitor?: Visitor };

export function makeDraft({ random, at, order, kind, visitor = makeVisitor(random, at) }: DraftOptions): Draft {
  const product = random.pick(products);
  const load = makeLoad(pagePath({ random, kind, order, product }), at);
  const draft: Draft = {
    random,
    visitor,
    kind,
    order,
    product,
    pixel: [],
    capi: [],
    around: [pageView(load, visitor)],
    scripts: [],
    marks: [],
    codes: new Set(),
    tolerated: new Set(),
  };
  addAction(draft, load, { at: at + random.int(900, 6000), eventId: makeEventId(random, kind, order) });
  return draft;
}

/** Sends the draft's action once more from both sides, as another action on this page. */
export function addAction(draft: Draft, load: PageLoad, { at, eventId }: { at: number; eventId: string }): void {
  const { kind, order, product, visitor, random } = draft;
  const customData = customDataOf({ kind, order, product });
  const pixel = pixelSend({ load, visitor, eventName: kind, at });
  draft.pixel.push({ ...pixel, eventId, customData: { ...customData } });
  draft.capi.push(capiSend({ pixel: { ...pixel, eventId }, visitor, customData, delayMs: random.int(300, 4000) }));
}

/** The two copies of the action; throws where a fault took one away that another one needs. */
export function copiesOf({ pixel, capi }: Draft): { pixel: PixelSend; capi: CapiSend } {
  const [left, right] = [pixel[0], capi[0]];
  if (left === undefined || right === undefined) throw new Error('The draft has lost one of its copies.');
  return { pixel: left, capi: right };
}

/** The shop has one install, so all its pages name the same agent. */
export function makeLoad(path: string, openedAt: number): PageLoad {
  return { url: `${origin}${path}`, openedAt, agent: 'tmgoogletagmanager', version: '2.9.252' };
}

export function pageView(load: PageLoad, visitor: Visitor): PixelSend {
  return pixelSend({ load, visitor, eventName: 'PageView', at: load.openedAt + 150 });
}

type PixelOptions = { load: PageLoad; visitor: Visitor; eventName: string; at: number };

/** A call without event id and custom data. */
export function pixelSend({ load, visitor, eventName, at }: PixelOptions): PixelSend {
  return {
    load,
    dataset: mainDataset,
    eventName,
    eventId: null,
    at,
    customData: {},
    userData: { em: visitor.em, external_id: visitor.externalId },
    fbp: visitor.fbp,
    fbc: visitor.fbc,
    cookieFbc: null,
    userAgent: visitor.userAgent,
    extra: {},
    end: { status: 200 },
    unseenBefore: 0,
  };
}

type CapiOptions = { pixel: PixelSend; visitor: Visitor; customData: JsonObject; delayMs: number };

/** The server's copy of a Pixel call. */
export function capiSend({ pixel, visitor, customData, delayMs }: CapiOptions): CapiSend {
  return {
    dataset: pixel.dataset,
    event: {
      event_name: pixel.eventName,
      event_time: Math.floor(pixel.at / 1000),
      ...(pixel.eventId === null ? {} : { event_id: pixel.eventId }),
      action_source: 'website',
      event_source_url: pixel.load.url,
    },
    userData: {
      em: [visitor.em],
      external_id: [visitor.externalId],
      client_ip_address: visitor.ip,
      client_user_agent: visitor.userAgent,
      fbp: visitor.fbp,
      ...(visitor.fbc === null ? {} : { fbc: visitor.fbc }),
    },
    customData: { ...customData },
    sentAt: pixel.at + delayMs,
    answer: 'received',
    fields: {},
    showsToken: false,
  };
}

type Goods = { kind: ActionKind; order: string; product: Product };

function customDataOf({ kind, order, product }: Goods): JsonObject {
  if (kind === 'Lead') return { content_name: 'Newsletter' };
  if (kind === 'CompleteRegistration') return { status: true };
  const goods = { value: product.price, currency: 'EUR', content_ids: [product.id], content_type: 'product' };
  return kind === 'Purchase' ? { ...goods, order_id: order, num_items: 1 } : goods;
}

function pagePath({ random, kind, order, product }: Goods & { random: Random }): string {
  if (kind === 'Purchase') {
    return random.chance(0.5) ? `/checkout/order-received/${order}/?key=wc_${random.hex(10)}` : '/thanks';
  }
  const paths = { Lead: '/newsletter', CompleteRegistration: '/account/welcome', InitiateCheckout: '/checkout' };
  return kind === 'AddToCart' ? product.path : paths[kind];
}

/** Sites build their ids in many ways. */
export function makeEventId(random: Random, kind: ActionKind, order: string): string {
  const forms = [random.uuid(), `${kind.toLowerCase()}.${order}`, `${order}-${random.hex(6)}`];
  return random.pick(kind === 'Purchase' ? [...forms, `order-${order}`, order] : forms);
}
