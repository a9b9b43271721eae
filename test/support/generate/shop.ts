/** What the made-up shop sells and where its events go: few products, so that visitors resemble each other. */

/** The shop's own dataset; also what `--dataset` names for logs that do not tell theirs. */
export const mainDataset = '1234567890123456';
/** A second shop, with a Pixel and a server of its own. */
export const otherShopDataset = '2345678901234567';
/** An agency's Pixel on the same pages: no server ever sends to it. */
export const agencyDataset = '3456789012345678';
/** Where a server sends whose dataset id was mixed up. */
export const wrongDataset = '4567890123456789';

export type Product = { id: string; price: number; path: string };

export const products: readonly Product[] = [
  { id: 'SKU-1', price: 49.9, path: '/p/desk-lamp' },
  { id: 'SKU-2', price: 19.5, path: '/p/tea-pot' },
  { id: 'SKU-3', price: 129, path: '/p/wool-blanket' },
  { id: 'SKU-4', price: 8.75, path: '/p/notebook' },
];

export const origin = 'https://www.lampen-laden.example';
