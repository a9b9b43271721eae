/** What the shop itself has of the sales: an order each, whatever was sent to Meta, as the export that it would write. */
import type { Draft } from './draft.ts';
import type { CapiSend, PixelSend } from './sends.ts';
import { mainDataset } from './shop.ts';

type SaleState = 'paid' | 'pending' | 'voided' | 'refunded';

export type Sale = {
  number: string;
  /** When it was placed, in ms: a moment before the first send. */
  at: number;
  value: number;
  state: SaleState;
  /** As Shopify's column `Source` has it. */
  source: string;
};

const sources: Record<string, string> = {
  system_generated: 'subscription_contract',
  app: 'iphone',
  physical_store: 'pos',
  phone_call: 'shopify_draft_order',
};

/**
 * Remembers the sale of a healthy draft, before a fault changes what is sent. The order is read when the visit is
 * finished: scenes choose products and datasets after the draft was made. Null for what is no sale of this shop.
 */
export function saleOf({ kind, order, pixel, capi }: Draft): () => Sale | null {
  const [browser, server] = [pixel[0], capi[0]];
  if (kind !== 'Purchase' || browser === undefined || server === undefined) return () => null;
  return () => (browser.dataset === mainDataset ? readSale(order, browser, server) : null);
}

function readSale(number: string, pixel: PixelSend, { event, customData }: CapiSend): Sale {
  const source = sources[String(event.action_source)] ?? 'web';
  return { number, at: pixel.at - 1500, value: Number(customData.value), state: 'paid', source };
}

/** The columns that say something; the others of the real export are empty or left out. */
export function writeOrders(sales: readonly Sale[]): { name: string; text: string } {
  const header =
    'Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Cancelled at,Refunded Amount,Source';
  const rows = [...sales]
    .sort((a, b) => a.at - b.at)
    .map(({ number, at, value, state, source }) => {
      const time = `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} +0000`;
      const back = state === 'refunded' ? value : 0;
      const gone = state === 'voided' ? time : '';
      return `#${number},somebody@mail.example,${state},EUR,${value.toFixed(2)},${time},1,Something,${gone},${back.toFixed(2)},${source}`;
    });
  return { name: 'orders.csv', text: `${[header, ...rows].join('\n')}\n` };
}
