/** Near misses among halves: two actions that each lost one copy, and whose other copies resemble each other. */
import type { ActionKind, Draft } from '../draft.ts';
import { act, only, type Scene, type SceneKind, type Stage, sceneOf } from '../scene.ts';
import { origin } from '../shop.ts';
import { makeVisitor } from '../visitor.ts';

type Halves = { kind: ActionKind; gapMs: number; forget: readonly string[]; change?(second: Draft): void };

/** Two people on one page with one product: of the first the server's copy is lost, of the second the Pixel's. */
function strangers(stage: Stage, { kind, gapMs, forget, change }: Halves): Scene {
  const first = act(stage, { kind });
  const second = act(stage, { kind, afterMs: gapMs });
  const { load, customData } = only(first.pixel);
  const { event, userData, customData: other } = only(second.capi);
  Object.assign(other, customData);
  event.event_source_url = load.url;
  for (const key of forget) delete userData[key];
  change?.(second);
  first.capi.length = 0;
  second.pixel.length = 0;
  return sceneOf(first, second);
}

const cookies = ['fbp', 'fbc'];
const everybody = [...cookies, 'em', 'external_id'];
const codes = ['coverage.server-missing', 'coverage.browser-missing'] as const;

export const lostCopyScenes: readonly SceneKind[] = [
  {
    name: 'two strangers put one product into the cart, each lost one copy',
    codes,
    play: (stage) => strangers(stage, { kind: 'AddToCart', gapMs: stage.random.int(2000, 30_000), forget: cookies }),
  },
  {
    name: 'an anonymous lead beside one of somebody else',
    codes: [...codes, 'key.missing-contact'],
    play: (stage) => strangers(stage, { kind: 'Lead', gapMs: stage.random.int(2000, 30_000), forget: everybody }),
  },
  {
    name: 'an anonymous cart with one product, an hour after that of somebody else',
    codes,
    play: (stage) =>
      strangers(stage, { kind: 'AddToCart', gapMs: stage.random.int(20, 50) * 60_000, forget: everybody }),
  },
  {
    name: 'an anonymous cart with one product on another page, beside that of somebody else',
    codes,
    play(stage) {
      const change = ({ capi }: Draft) => {
        const { event, customData } = only(capi);
        for (const key of ['value', 'currency']) delete customData[key];
        event.event_source_url = `${origin}/offers`;
      };
      return strangers(stage, { kind: 'AddToCart', gapMs: stage.random.int(2000, 30_000), forget: everybody, change });
    },
  },
  {
    name: 'one buyer buys twice, each order lost one copy',
    codes,
    play(stage) {
      const visitor = makeVisitor(stage.random, stage.at);
      const first = act(stage, { kind: 'Purchase', visitor });
      const second = act(stage, { kind: 'Purchase', afterMs: stage.random.int(12_000, 50_000), visitor });
      only(second.capi).customData.value = first.product.price;
      only(first.pixel).eventId = null;
      first.capi.length = 0;
      second.pixel.length = 0;
      return sceneOf(first, second);
    },
  },
];
