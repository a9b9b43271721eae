/** What the shop says to Meta about products, carts and visitors. */
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import type { PixelCall } from './action.ts';
import { cents, currency, dataset, deliveryArea, type Product, shopName } from './catalogue.ts';
import { firstAndLastName } from './user-data.ts';
import type { CartLine, Visitor } from './visitor.ts';

export const itemContent = ({ sku, name, price }: Product): JsonObject => ({
  content_ids: [sku],
  content_type: 'product',
  content_name: name,
  value: price,
  currency,
});

const contentLine = ({ sku, name, price, quantity }: CartLine): JsonObject => ({
  id: sku,
  quantity,
  item_price: price,
  title: name,
  brand: shopName,
  delivery_category: 'home_delivery',
});

export function cartContent(lines: readonly CartLine[]): JsonObject {
  return {
    content_ids: lines.map(({ sku }) => sku),
    content_type: 'product',
    contents: lines.map(contentLine),
    num_items: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    value: cents(lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0)),
    currency,
  };
}

/** The arguments of an `fbq` call. */
export const fbqCall = ({ name, data, options }: PixelCall): Json[] => ['track', name, data, options];

/** `init` with what the shop knows of the visitor, raw: the script normalizes and hashes it in the page. */
export function initCall({ id, contact }: Visitor): Json[] {
  const { first, last } = firstAndLastName(contact?.name ?? '');
  const known = contact === null ? {} : { em: contact.email, ph: contact.phone, fn: first, ln: last, ...deliveryArea };
  return ['init', dataset, { ...known, external_id: id }, { agent: 'twinlane-demo' }];
}
