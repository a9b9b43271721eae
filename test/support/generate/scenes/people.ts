/** Near misses among people: actions that resemble each other and are not one. */
import type { ActionKind, Draft } from '../draft.ts';
import { act, only, type SceneKind, type Stage, sceneOf } from '../scene.ts';
import { inSameHousehold, makeVisitor, onAnotherDevice } from '../visitor.ts';

/** Two people behind one router, the same product, within the same minute. */
function household(stage: Stage, kind: ActionKind): [Draft, Draft] {
  const visitor = makeVisitor(stage.random, stage.at);
  const other = inSameHousehold(visitor, stage.random, stage.at);
  return sameProduct(
    act(stage, { kind, visitor }),
    act(stage, { kind, afterMs: stage.random.int(3000, 40_000), visitor: other }),
  );
}

function sameProduct(first: Draft, second: Draft): [Draft, Draft] {
  const goods = { value: first.product.price, content_ids: [first.product.id] };
  for (const { customData } of [...second.pixel, ...second.capi]) {
    if ('content_ids' in customData) Object.assign(customData, goods);
  }
  return [first, second];
}

function withoutServerIds(...drafts: Draft[]): void {
  for (const { capi } of drafts) delete only(capi).event.event_id;
}

export const peopleScenes: readonly SceneKind[] = [
  {
    name: 'two buyers, one product, one minute, one address',
    play: (stage) => sceneOf(...household(stage, 'Purchase')),
  },
  {
    name: 'two carts, one product, one minute, one address',
    play: (stage) => sceneOf(...household(stage, 'AddToCart')),
  },
  {
    name: 'two buyers in one household, the server without ids',
    codes: ['id.missing-server'],
    play(stage) {
      const drafts = household(stage, 'Purchase');
      withoutServerIds(...drafts);
      return sceneOf(...drafts);
    },
  },
  {
    name: 'two carts in one household, the server without ids',
    codes: ['id.missing-server'],
    play(stage) {
      const drafts = household(stage, 'AddToCart');
      withoutServerIds(...drafts);
      return sceneOf(...drafts);
    },
  },
  {
    name: 'two carts in one household and nothing to tell them apart',
    play(stage) {
      const drafts = household(stage, 'AddToCart');
      const [first] = drafts;
      for (const { pixel, capi } of drafts) {
        Object.assign(only(pixel), { eventId: null, userData: {}, fbc: null });
        only(pixel).load.url = only(first.pixel).load.url;
        const { event, userData } = only(capi);
        delete event.event_id;
        event.event_source_url = only(first.pixel).load.url;
        for (const key of ['em', 'external_id', 'fbp', 'fbc']) delete userData[key];
      }
      const [left, right] = drafts;
      only(right.pixel).at = only(left.pixel).at + 900;
      only(left.capi).sentAt = only(left.pixel).at + 2000;
      only(right.capi).sentAt = only(left.pixel).at + 2300;
      for (const { capi } of drafts) only(capi).event.event_time = Math.floor(only(left.pixel).at / 1000);
      const verdicts = { 'browser-only': 4, 'server-only': 2 };
      return { ...sceneOf(...drafts), outcome: { verdicts, countedByMeta: 6, distinctActions: null } };
    },
  },
  {
    name: 'one customer buys on two devices',
    play(stage) {
      const visitor = makeVisitor(stage.random, stage.at);
      const second = onAnotherDevice(visitor, stage.random, stage.at);
      const laptop = act(stage, { kind: 'Purchase', visitor });
      const phone = act(stage, { kind: 'Purchase', afterMs: stage.random.int(20_000, 300_000), visitor: second });
      return sceneOf(...sameProduct(laptop, phone));
    },
  },
  {
    name: 'one customer buys on two devices, the Pixel without ids',
    codes: ['id.missing-browser'],
    play(stage) {
      const visitor = makeVisitor(stage.random, stage.at);
      const second = onAnotherDevice(visitor, stage.random, stage.at);
      const drafts = sameProduct(
        act(stage, { kind: 'Purchase', visitor }),
        act(stage, { kind: 'Purchase', afterMs: stage.random.int(20_000, 300_000), visitor: second }),
      );
      for (const { pixel } of drafts) only(pixel).eventId = null;
      return sceneOf(...drafts);
    },
  },
  {
    name: 'one customer puts it into the cart on two devices',
    play(stage) {
      const visitor = makeVisitor(stage.random, stage.at);
      const second = onAnotherDevice(visitor, stage.random, stage.at);
      const drafts = [visitor, second].map((each, at) =>
        act(stage, { kind: 'AddToCart', afterMs: at * 4000, visitor: each }),
      );
      return sceneOf(...drafts);
    },
  },
  {
    name: 'one buyer buys twice',
    play(stage) {
      const visitor = makeVisitor(stage.random, stage.at);
      const first = act(stage, { kind: 'Purchase', visitor });
      const second = act(stage, { kind: 'Purchase', afterMs: stage.random.int(12_000, 50_000), visitor });
      return sceneOf(...sameProduct(first, second));
    },
  },
  {
    name: 'one buyer buys twice, the server without ids',
    codes: ['id.missing-server'],
    play(stage) {
      const visitor = makeVisitor(stage.random, stage.at);
      const first = act(stage, { kind: 'Purchase', visitor });
      const second = act(stage, { kind: 'Purchase', afterMs: stage.random.int(12_000, 50_000), visitor });
      withoutServerIds(first, second);
      return sceneOf(...sameProduct(first, second));
    },
  },
  {
    name: 'two products into the cart, the server late and without ids',
    codes: ['id.missing-server'],
    play(stage) {
      const visitor = makeVisitor(stage.random, stage.at);
      const first = act(stage, { kind: 'AddToCart', visitor });
      const second = act(stage, { kind: 'AddToCart', afterMs: stage.random.int(6000, 9000), visitor });
      for (const { customData } of [only(first.pixel), only(first.capi)]) customData.content_ids = ['SKU-7'];
      for (const { customData } of [only(second.pixel), only(second.capi)]) customData.content_ids = ['SKU-9'];
      withoutServerIds(first, second);
      const last = Math.max(only(first.pixel).at, only(second.pixel).at);
      only(first.capi).sentAt = last + 1500;
      only(second.capi).sentAt = last + 1900;
      return sceneOf(first, second);
    },
  },
  {
    name: 'no cookie without consent, the e-mail alone',
    play(stage) {
      const draft = act(stage, { kind: 'Lead' });
      for (const send of [...draft.pixel, ...draft.around]) Object.assign(send, { fbp: null, fbc: null });
      for (const key of ['fbp', 'fbc']) delete only(draft.capi).userData[key];
      return sceneOf(draft);
    },
  },
];
