/** What the demo shop sells, and under which dataset it reports. All of it is made up. */

export const shopName = 'Harbor Tea';
export const currency = 'EUR';
/** The shop delivers by bicycle: where its customers live is known, by Meta's short keys. */
export const deliveryArea = { ct: 'Hamburg', country: 'de' };

/** The dataset of both lanes, and the one that a misconfigured server sends to. */
export const dataset = '700100200300400';
export const otherDataset = '700100200300999';

export type Product = { sku: string; name: string; note: string; price: number; grams: number; hue: number };

export const products: readonly Product[] = [
  { sku: 'T-101', name: 'Morning Assam', note: 'Malty, dark, good with milk', price: 12.5, grams: 125, hue: 18 },
  { sku: 'T-102', name: 'Gunpowder Green', note: 'Rolled leaves, a little smoke', price: 9.9, grams: 100, hue: 140 },
  { sku: 'T-103', name: 'Smoky Lapsang', note: 'Dried over pine, for rainy days', price: 14, grams: 100, hue: 262 },
  { sku: 'T-104', name: 'Jasmine Pearl', note: 'Hand-rolled, flowers overnight', price: 18, grams: 75, hue: 84 },
  { sku: 'T-105', name: 'Rooibos Orange', note: 'No caffeine, peel and vanilla', price: 8.5, grams: 125, hue: 38 },
  { sku: 'T-106', name: 'Mint & Fennel', note: 'After dinner, cool and sweet', price: 7.9, grams: 80, hue: 178 },
];

export const productOf = (sku: string): Product | undefined => products.find((product) => product.sku === sku);

/** Rounds to cents: sums of prices must not show binary fractions. */
export const cents = (value: number): number => Math.round(value * 100) / 100;

export const priceText = (value: number): string => `€ ${value.toFixed(2)}`;
