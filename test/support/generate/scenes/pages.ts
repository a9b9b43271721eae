/** Near misses in the browser: what a page may well do twice, or beside the event itself. */

import { addAction, makeEventId, makeLoad, pageView, pixelSend } from '../draft.ts';
import { act, only, type SceneKind, type Stage, sceneOf } from '../scene.ts';
import type { PixelSend } from '../sends.ts';
import { agencyDataset, products } from '../shop.ts';
import { makeVisitor, withOwnBrowser } from '../visitor.ts';

function sameProductTwice(stage: Stage, afterMs: number) {
  const draft = act(stage, { kind: 'AddToCart' });
  const { load, at } = only(draft.pixel);
  addAction(draft, load, { at: at + afterMs, eventId: makeEventId(stage.random, 'AddToCart', stage.order()) });
  const actions = draft.pixel.map((pixel, index) => ({ pixel: [pixel], capi: draft.capi.slice(index, index + 1) }));
  return { ...sceneOf(draft), actions };
}

export const pageScenes: readonly SceneKind[] = [
  { name: 'the same product twice', play: (stage) => sameProductTwice(stage, stage.random.int(12_000, 60_000)) },
  { name: 'the same product twice, quickly', play: (stage) => sameProductTwice(stage, stage.random.int(2800, 8000)) },
  {
    name: 'history PageViews of a single-page shop',
    play({ random, at }) {
      const visitor = makeVisitor(random, at);
      const load = makeLoad('/', at);
      const [home, lamp] = ['/', '/p/desk-lamp'];
      const visited = [lamp, home, lamp, '/p/tea-pot'];
      const around: PixelSend[] = [pageView(load, visitor)];
      visited.forEach((path, index) => {
        const page = { ...load, url: new URL(path, load.url).href };
        const moved = pixelSend({ load: page, visitor, eventName: 'PageView', at: at + 2500 * (index + 1) });
        around.push({ ...moved, load: page, extra: { 'ie[a]': '1' }, unseenBefore: 0 });
      });
      return { actions: [], around };
    },
  },
  {
    name: 'the same product in several tabs',
    play({ random, at }) {
      const visitor = makeVisitor(random, at);
      const product = random.pick(products);
      const customData = { content_ids: [product.id], content_type: 'product', value: product.price, currency: 'EUR' };
      const around = [0, 700, 1900].flatMap((afterMs) => {
        const load = makeLoad(product.path, at + afterMs);
        const view = pixelSend({ load, visitor, eventName: 'ViewContent', at: load.openedAt + 320 });
        return [pageView(load, visitor), { ...view, customData }];
      });
      return { actions: [], around };
    },
  },
  {
    name: "an agency's Pixel on the same page",
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      const pixel = only(draft.pixel);
      const twin = { ...pixel, dataset: agencyDataset };
      const scene = sceneOf(draft);
      const views = draft.around.map((send) => ({ ...send, dataset: agencyDataset }));
      return { ...scene, around: [...draft.around, ...views, twin] };
    },
  },
  {
    name: 'copies and automatic events beside the event',
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      const pixel = only(draft.pixel);
      const click = pixelSend({
        load: pixel.load,
        visitor: draft.visitor,
        eventName: 'SubscribedButtonClick',
        at: pixel.at + 400,
      });
      const automatic = { ...click, extra: { es: 'automatic', tm: '3' }, customData: { buttonText: 'Back' } };
      const copy = { ...pixel, at: pixel.at + 1, extra: { rqm: 'FGET' }, unseenBefore: -1 };
      const scene = sceneOf(draft);
      const outcome = { verdicts: { deduplicated: 1, 'browser-only': 1 }, countedByMeta: 2, distinctActions: 2 };
      return { ...scene, around: [...draft.around, automatic, copy], outcome };
    },
  },
  {
    name: 'a visitor without JavaScript',
    play({ random, at }) {
      const visitor = withOwnBrowser(makeVisitor(random, at), random);
      const load = makeLoad(`/p/${random.hex(6)}`, at);
      return { actions: [], around: [{ ...pageView(load, visitor), extra: { noscript: '1' } }] };
    },
  },
  {
    name: 'a whole page load with loader and configuration',
    play(stage) {
      const draft = act(stage, { kind: 'AddToCart' });
      const { load, userAgent, dataset } = only(draft.pixel);
      const call = { page: load.url, userAgent, end: { status: 200 } };
      const config = `https://connect.facebook.net/signals/config/${dataset}?v=2.9.252&r=stable&domain=www.lampen-laden.example`;
      const scripts = [
        { ...call, at: load.openedAt - 200, url: 'https://connect.facebook.net/en_US/fbevents.js' },
        { ...call, at: load.openedAt - 40, url: config },
      ];
      return { ...sceneOf(draft), scripts };
    },
  },
];
