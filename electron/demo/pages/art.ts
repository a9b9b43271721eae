/** The shop's pictures, drawn as SVG: a tea tin in each product's colour, and the mark of the shop. */
import type { Product } from '../shop/catalogue.ts';
import { type Html, html } from './html.ts';

const leaf = 'M0 14 C-9 6 -9 -6 0 -16 C9 -6 9 6 0 14 Z';

/** Decoration: the product's name stands beside it. */
export const tin = ({
  hue,
  sku,
}: Product): Html => html`<svg class="tin" viewBox="0 0 160 180" style="--hue:${hue}" aria-hidden="true">
  <ellipse class="tin-shadow" cx="80" cy="166" rx="52" ry="7"/>
  <rect class="tin-body" x="32" y="46" width="96" height="120" rx="7"/>
  <rect class="tin-side" x="104" y="46" width="24" height="120" rx="7"/>
  <rect class="tin-lid" x="29" y="28" width="102" height="24" rx="6"/>
  <rect class="tin-rim" x="29" y="45" width="102" height="7"/>
  <rect class="tin-label" x="46" y="74" width="68" height="66" rx="34"/>
  <path class="tin-leaf" d="${leaf}" transform="translate(80 103)"/>
  <path class="tin-vein" d="M80 88 V120"/>
  <text class="tin-text" x="80" y="131" text-anchor="middle">${sku}</text>
</svg>`;

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 -18 32 36"><path d="${leaf}" fill="#2f6b4f"/></svg>`;

export const mark: Html = html`<svg class="mark" viewBox="-12 -18 24 34" aria-hidden="true"><path d="${leaf}"/></svg>`;
