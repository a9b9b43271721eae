/** Near misses on the server: events without a browser, and the same thing in another spelling. */
import type { JsonObject } from '../../../../shared/model/json.ts';
import { capiSend, type Draft } from '../draft.ts';
import { act, only, type SceneKind, type Stage, sceneOf } from '../scene.ts';
import type { CapiSend } from '../sends.ts';
import { otherShopDataset } from '../shop.ts';

/** A server event that no browser belongs to. */
function serverOnly(stage: Stage, change: (send: CapiSend, draft: Draft) => void) {
  const draft = act(stage, { kind: 'Purchase' });
  const send = only(draft.capi);
  const { em, external_id } = send.userData;
  send.userData = { ...(em !== undefined && { em }), ...(external_id !== undefined && { external_id }) };
  delete send.event.event_source_url;
  change(send, draft);
  return { actions: [{ pixel: [], capi: [send] }] };
}

function respelled(name: string, respell: (send: CapiSend) => void): SceneKind {
  return {
    name,
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      respell(only(draft.capi));
      return sceneOf(draft);
    },
  };
}

const suffix = '.AQQCAQMC';

export const serverScenes: readonly SceneKind[] = [
  {
    name: 'a subscription renews itself',
    play: (stage) => serverOnly(stage, ({ event }) => Object.assign(event, { action_source: 'system_generated' })),
  },
  {
    name: 'an order is refunded',
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      const refund = structuredClone(only(draft.capi));
      refund.sentAt += 2 * 3_600_000;
      Object.assign(refund.event, {
        event_name: 'Refund',
        event_id: `refund-${draft.order}`,
        action_source: 'system_generated',
        event_time: Math.floor((refund.sentAt - 700) / 1000),
      });
      const scene = sceneOf(draft);
      return { ...scene, actions: [...scene.actions, { pixel: [], capi: [refund] }] };
    },
  },
  {
    name: 'a purchase in the app',
    play: (stage) =>
      serverOnly(stage, (send, { random }) => {
        const extinfo = [
          'i2',
          'com.shop.app',
          '5',
          '5.1',
          '18.3',
          'iPhone17,1',
          'en_US',
          'CET',
          '',
          '390',
          '844',
          '3',
          '6',
          '256',
          '90',
          'Europe/Berlin',
        ];
        const app: JsonObject = { advertiser_tracking_enabled: 1, application_tracking_enabled: 1, extinfo };
        Object.assign(send.event, { action_source: 'app', app_data: app });
        send.userData.madid = random.uuid();
      }),
  },
  {
    name: 'a purchase in the store, uploaded in the evening',
    play: (stage) =>
      serverOnly(stage, (send) => {
        send.event.action_source = 'physical_store';
        send.sentAt += stage.random.int(3, 9) * 3_600_000;
      }),
  },
  {
    name: 'purchases in the store, uploaded a month later',
    needsLog: ['time'],
    play: (stage) =>
      serverOnly(stage, (send) => {
        send.event.action_source = 'physical_store';
        send.event.event_time = Math.floor(send.sentAt / 1000) - stage.random.int(20, 50) * 86_400;
      }),
  },
  {
    name: 'an order by telephone',
    play: (stage) => serverOnly(stage, ({ event }) => Object.assign(event, { action_source: 'phone_call' })),
  },
  {
    name: 'a second shop uses the same order number and id',
    needsLog: ['address'],
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      const [pixel, capi] = [only(draft.pixel), only(draft.capi)];
      const other = act(stage, { kind: 'Purchase', afterMs: stage.random.int(5000, 200_000) });
      for (const send of [...other.pixel, ...other.around, ...other.capi]) send.dataset = otherShopDataset;
      const [otherPixel, otherCapi] = [only(other.pixel), only(other.capi)];
      otherPixel.eventId = pixel.eventId;
      otherCapi.event.event_id = capi.event.event_id ?? null;
      otherPixel.load.url = 'https://www.gartenhaus.example/thanks';
      otherCapi.event.event_source_url = otherPixel.load.url;
      for (const { customData } of [otherPixel, otherCapi]) customData.order_id = draft.order;
      return sceneOf(draft, other);
    },
  },
  {
    name: 'a retry with the same body after a refusal',
    codes: ['dup.server-repeat'],
    onlyInfo: ['dup.server-repeat'],
    needsLog: ['time', 'answer'],
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      const first = only(draft.capi);
      first.answer = { status: 500, code: 2, subcode: null, message: 'Service temporarily unavailable' };
      draft.capi.push({ ...first, sentAt: first.sentAt + stage.random.int(2000, 20_000), answer: 'received' });
      return sceneOf(draft);
    },
  },
  {
    name: 'a late value for an earlier purchase',
    needsLog: ['time'],
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      const [pixel, first] = [only(draft.pixel), only(draft.capi)];
      const late = capiSend({
        pixel,
        visitor: draft.visitor,
        customData: { value: 12, currency: 'EUR' },
        delayMs: 9000,
      });
      const { event_name, event_time, event_id } = first.event;
      late.event = {
        event_name: 'AppendValue',
        event_time: Math.floor((late.sentAt - 300) / 1000),
        action_source: 'system_generated',
        event_id: `late-${draft.order}`,
        original_event_data: {
          event_name: event_name ?? null,
          event_time: event_time ?? null,
          event_id: event_id ?? null,
          order_id: draft.order,
        },
      };
      return { ...sceneOf(draft), amendments: [late] };
    },
  },
  respelled('Parameter Builder appends its suffix', ({ userData }) => {
    for (const key of ['em', 'external_id']) userData[key] = [`${[userData[key]].flat()[0]}${suffix}`];
    for (const key of ['fbp', 'fbc', 'client_ip_address'])
      if (key in userData) userData[key] = `${userData[key]}${suffix}`;
  }),
  respelled('value as text, currency in small letters', ({ customData }) => {
    customData.value = Number(customData.value).toFixed(2);
    customData.currency = 'eur';
  }),
  respelled('contents in place of content_ids', ({ customData }) => {
    const [id] = [customData.content_ids].flat();
    delete customData.content_ids;
    customData.contents = [{ id: id ?? null, quantity: 1, item_price: Number(customData.value) }];
  }),
  {
    name: 'several products in another order',
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      only(draft.pixel).customData.content_ids = ['SKU-1', 'SKU-3', 'SKU-2'];
      only(draft.capi).customData.content_ids = ['SKU-3', 'SKU-2', 'SKU-1'];
      return sceneOf(draft);
    },
  },
  {
    name: 'an order that costs nothing',
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      for (const { customData } of [only(draft.pixel), only(draft.capi)]) customData.value = 0;
      return sceneOf(draft);
    },
  },
  {
    name: 'the server is first and shares the id',
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      const [pixel, capi] = [only(draft.pixel), only(draft.capi)];
      capi.sentAt = pixel.at - stage.random.int(200, 5000);
      capi.event.event_time = Math.floor((capi.sentAt - 100) / 1000);
      return sceneOf(draft);
    },
  },
];
