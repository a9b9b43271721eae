/** The shop's orders and what was sent, apart: sales that nobody reported, Purchases that nobody bought, and near misses. */

import { type Sale, saleOf } from '../sales.ts';
import { act, type Scene, type SceneKind, type Stage, sceneOf } from '../scene.ts';

/** An order of which nothing was sent: only the page before it was seen. */
function unsent(stage: Stage, own: Partial<Sale> = {}): Scene {
  const draft = act(stage, { kind: 'InitiateCheckout' });
  const sale: Sale = { number: stage.order(), at: stage.at + 90_000, value: 1, state: 'paid', source: 'web', ...own };
  return { ...sceneOf(draft), sales: [sale], marks: [`Order ${sale.number} `] };
}

function unsentKind(name: string, own: Partial<Sale>, codes: readonly string[] = []): SceneKind {
  return { name, codes, play: (stage) => unsent(stage, { value: 100 + stage.random.int(0, 9000) / 100, ...own }) };
}

/** A Purchase of which the shop has no paid order. */
function unbought(stage: Stage, state: Sale['state'] | null): Scene {
  const draft = act(stage, { kind: 'Purchase' });
  const sale: Sale = { number: draft.order, at: stage.at, value: draft.product.price, state: 'paid', source: 'web' };
  return { ...sceneOf(draft), sales: state === null ? [] : [{ ...sale, state }] };
}

const dayMs = 86_400_000;

/** The orders explain what lies between the first and the last of them: others are bought before and after it. */
function unboughtAmongOrders(stage: Stage): Scene {
  const { actions, around = [] } = unbought(stage, null);
  const others = [-20, 20].map((minutes) => act(stage, { kind: 'Purchase', afterMs: minutes * 60_000 }));
  const bought = sceneOf(...others);
  return {
    actions: [...actions, ...bought.actions],
    around: [...around, ...(bought.around ?? [])],
    sales: others.flatMap((draft) => saleOf(draft)() ?? []),
  };
}

export const orderScenes: readonly SceneKind[] = [
  ...[1, 2, 3].map((number) => unsentKind(`an order that nobody reports, ${number}`, {}, ['coverage.order-missing'])),
  unsentKind('an order of the day before the recordings', { at: Date.UTC(2020, 0, 1) }),
  unsentKind('an order that waits for its payment', { state: 'pending' }),
  unsentKind('an order that was called off', { state: 'voided' }),
  unsentKind('an order that was paid back', { state: 'refunded' }),
  unsentKind('an order for nothing', { value: 0 }),
  unsentKind('a subscription renews itself and nobody reports it', { source: 'subscription_contract' }),
  unsentKind('a sale at the till that nobody reports', { source: 'pos' }),
  ...[1, 2, 3].map(
    (number): SceneKind => ({
      name: `a Purchase that nobody bought, ${number}`,
      codes: ['coverage.no-order'],
      play: unboughtAmongOrders,
    }),
  ),
  { name: 'a Purchase of an order that is paid back later', play: (stage) => unbought(stage, 'refunded') },
  { name: 'a Purchase of an order that is called off later', play: (stage) => unbought(stage, 'voided') },
  {
    name: 'the value of both copies leaves out what shipping costs',
    codes: ['content.order-differs'],
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      const sale: Sale = {
        number: draft.order,
        at: stage.at,
        value: draft.product.price + 4.9,
        state: 'paid',
        source: 'web',
      };
      return { ...sceneOf(draft), sales: [sale] };
    },
  },
  {
    name: 'a Purchase on the day after the last order of the export',
    play(stage) {
      const later = { ...stage, at: stage.at + 2 * dayMs };
      return unbought(later, null);
    },
  },
];
