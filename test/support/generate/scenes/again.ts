/** One action that Meta gets once more, hours or days later or in a retry; and two that share an order number. */
import { addAction, type Draft, makeLoad, pageView } from '../draft.ts';
import { act, only, type Scene, type SceneKind, type Stage, sceneOf } from '../scene.ts';
import type { CapiSend } from '../sends.ts';
import { makeVisitor } from '../visitor.ts';

const hourMs = 3_600_000;

/** The thank-you page, loaded once more. */
function reload(draft: Draft, afterMs: number) {
  const [pixel] = draft.pixel;
  if (pixel === undefined) throw new Error('There is no page to load again.');
  const load = { ...pixel.load, openedAt: pixel.at + afterMs };
  draft.around.push(pageView(load, draft.visitor));
  return { pixel, load, at: load.openedAt + 900 };
}

/** A Purchase in another shop that numbers its orders alike and sends to the same dataset. */
function ofOtherShop(stage: Stage, draft: Draft): Draft {
  const other = act(stage, { kind: 'Purchase', afterMs: stage.random.int(60_000, 5 * hourMs) });
  stage.sales.pop();
  const load = makeLoad('', only(other.pixel).load.openedAt);
  load.url = 'https://www.gartenhaus.example/thanks';
  const goods = { order_id: draft.order, content_ids: ['BEET-1'], value: draft.product.price + 31 };
  for (const send of [...other.pixel, ...other.around]) send.load = load;
  for (const send of other.capi) send.event.event_source_url = load.url;
  for (const { customData } of [...other.pixel, ...other.capi]) Object.assign(customData, goods);
  const id = stage.random.uuid();
  only(other.pixel).eventId = id;
  only(other.capi).event.event_id = id;
  return other;
}

/** The draft's server event as a sale in the shop's store: without page, cookies and order number. */
function inStore({ random }: Draft, send: CapiSend, afterMs: number): CapiSend {
  const { em = null, external_id = null } = send.userData;
  const { order_id: _online, ...customData } = send.customData;
  const sentAt = send.sentAt + afterMs;
  const { event_name = null } = send.event;
  const event = {
    event_name,
    event_time: Math.floor((sentAt - 500) / 1000),
    event_id: `till-${random.hex(10)}`,
    action_source: 'physical_store',
  };
  return { ...send, event, userData: { em, external_id }, customData, sentAt };
}

export const againScenes: readonly SceneKind[] = [
  {
    name: 'each load of the thank-you page makes an id, and both sides send it',
    codes: ['dup.browser-twins', 'dup.server-twins'],
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      const { load, at } = reload(draft, stage.random.int(20_000, 3 * hourMs));
      const { value, content_ids } = only(draft.capi).customData;
      addAction(draft, load, { at, eventId: stage.random.uuid() });
      for (const { customData } of [...draft.pixel, ...draft.capi]) Object.assign(customData, { value, content_ids });
      return sceneOf(draft);
    },
  },
  {
    name: 'the thank-you page is opened again on the next day',
    codes: ['dup.browser-repeat'],
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      const { pixel, load, at } = reload(draft, stage.random.int(18, 30) * hourMs);
      draft.pixel.push({ ...pixel, load, at });
      return sceneOf(draft);
    },
  },
  {
    name: 'the thank-you page is opened again after Meta has forgotten its id',
    codes: ['dup.browser-repeat'],
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      const { pixel, load, at } = reload(draft, stage.random.int(50, 70) * hourMs);
      draft.pixel.push({ ...pixel, load, at });
      return sceneOf(draft);
    },
  },
  {
    name: 'the server sends it again after Meta has forgotten its id',
    codes: ['dup.server-repeat', 'time.late'],
    needsLog: ['time'],
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      const send = only(draft.capi);
      draft.capi.push({ ...send, sentAt: send.sentAt + stage.random.int(50, 70) * hourMs });
      return sceneOf(draft);
    },
  },
  {
    name: 'a retry after a refusal, neither side with an id',
    codes: ['id.missing-both'],
    needsLog: ['time', 'answer'],
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      only(draft.pixel).eventId = null;
      const first = only(draft.capi);
      delete first.event.event_id;
      first.answer = { status: 500, code: 2, subcode: null, message: 'Service temporarily unavailable' };
      draft.capi.push({ ...first, sentAt: first.sentAt + stage.random.int(2000, 20_000), answer: 'received' });
      return sceneOf(draft);
    },
  },
  {
    name: 'a retry after a request that was not answered',
    codes: ['dup.server-repeat'],
    onlyInfo: ['dup.server-repeat'],
    needsLog: ['time', 'answer', 'silence'],
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      const first = only(draft.capi);
      draft.capi.push({ ...first, sentAt: first.sentAt + stage.random.int(2000, 20_000) });
      first.answer = null;
      return sceneOf(draft);
    },
  },
  {
    name: 'more is bought on top of the order',
    // The shop has one order, of one of the two amounts.
    tolerated: ['content.order-differs'],
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      const more = act(stage, { kind: 'Purchase', afterMs: stage.random.int(20_000, 90_000), visitor: draft.visitor });
      stage.sales.pop();
      const goods = { order_id: draft.order, content_ids: ['EXTRA-1'], value: 4.5 };
      for (const { customData } of [...more.pixel, ...more.capi]) Object.assign(customData, goods);
      const id = `${draft.order}-extra`;
      for (const pixel of more.pixel) {
        pixel.eventId = id;
        pixel.load.url = only(draft.pixel).load.url;
      }
      for (const { event } of more.capi)
        Object.assign(event, { event_id: id, event_source_url: more.pixel[0]?.load.url });
      return sceneOf(draft, more);
    },
  },
  {
    name: 'a second shop on the same dataset uses the same order number',
    tolerated: ['content.order-differs'],
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      return sceneOf(draft, ofOtherShop(stage, draft));
    },
  },
  {
    name: 'a second shop on the same dataset uses the same order number, and each lost one copy',
    codes: ['coverage.server-missing', 'coverage.browser-missing'],
    tolerated: ['content.order-differs'],
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      only(draft.pixel).eventId = stage.random.uuid();
      const other = ofOtherShop(stage, draft);
      draft.capi.length = 0;
      other.pixel.length = 0;
      return sceneOf(draft, other);
    },
  },
  {
    name: 'a refund under the id of its purchase, which the server never sent',
    codes: ['coverage.server-missing'],
    play(stage): Scene {
      const draft = act(stage, { kind: 'Purchase' });
      const refund = only(draft.capi);
      refund.sentAt += stage.random.int(1, 5) * hourMs;
      Object.assign(refund.event, {
        event_name: 'Refund',
        action_source: 'system_generated',
        event_time: Math.floor((refund.sentAt - 700) / 1000),
      });
      draft.capi = [];
      const scene = sceneOf(draft);
      return { ...scene, actions: [...scene.actions, { pixel: [], capi: [refund] }] };
    },
  },
  {
    name: 'bought on the website, which the server never sent, and soon after the same in the store',
    codes: ['coverage.server-missing'],
    play(stage): Scene {
      const visitor = makeVisitor(stage.random, stage.at);
      const draft = act(stage, { kind: 'Purchase', visitor });
      only(draft.pixel).eventId = null;
      const sale = inStore(draft, only(draft.capi), stage.random.int(5, 50) * 60_000);
      draft.capi.length = 0;
      const scene = sceneOf(draft);
      return { ...scene, actions: [...scene.actions, { pixel: [], capi: [sale] }] };
    },
  },
];
