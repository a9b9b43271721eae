/** The frame of every page: head with the Pixel's snippet, header, footer, and the drawer with the faults. */
import type { Json } from '../../../shared/model/json.ts';
import type { FaultId } from '../faults/list.ts';
import { pixelSnippet } from '../pixel/script.ts';
import { dataset, shopName } from '../shop/catalogue.ts';
import { cartCount, type Visitor } from '../shop/visitor.ts';
import { mark } from './art.ts';
import { faultDrawer } from './fault-drawer.ts';
import { type Html, html, nothing, scriptJson } from './html.ts';

export type PageFrame = { visitor: Visitor; active: ReadonlySet<FaultId>; calls: readonly Json[][] };

/** One `fbq(…)` a line, as a person would write it into a page. */
function pixelCode(calls: readonly Json[][]): Html {
  const lines = calls.map((args) => `fbq(${args.map(scriptJson).join(', ')});`);
  return { html: `<script>\n${pixelSnippet}\n${lines.join('\n')}\n</script>\n<script src="/pixel.js" async></script>` };
}

const newsletter = html`<form class="letter" method="post" action="/newsletter" data-live>
  <label for="letter-email">A letter with each harvest</label>
  <input id="letter-email" name="email" type="email" required autocomplete="email" placeholder="you@mail.example">
  <button class="quiet">Subscribe</button>
</form>`;

const header = (count: number): Html => html`<header><div class="page">
  <a class="brand" href="/">${mark}${shopName}</a>
  <a class="cart-link" href="/cart">Cart <span class="count" id="cart-count">${count}</span></a>
</div></header>`;

/** `title` is the page's heading; the noscript image is what shops add for visitors without scripts. */
export function layout(frame: PageFrame, title: string, content: Html): string {
  const { html: page } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${shopName}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/style.css">
${frame.calls.length === 0 ? nothing : pixelCode(frame.calls)}
<noscript><img height="1" width="1" alt="" src="https://www.facebook.com/tr?id=${dataset}&ev=PageView&noscript=1"></noscript>
</head>
<body>
<a class="skip" href="#content">To the content</a>
${header(cartCount(frame.visitor))}
<div class="notice" role="status" id="notice"></div>
<main id="content" class="page">${content}</main>
<footer><div class="page">
  <p class="soft">${shopName} is the demo shop of Twinlane.<br>Nothing is sold, nothing is delivered.</p>
  ${newsletter}
</div></footer>
${faultDrawer(frame.active)}
<script src="/shop.js" defer></script>
</body>
</html>`;
  return page;
}
