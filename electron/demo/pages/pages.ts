/** The shop's six pages. */
import { cents, type Product, priceText, products } from '../shop/catalogue.ts';
import { type CartLine, type Contact, cartLines, type Order } from '../shop/visitor.ts';
import { tin } from './art.ts';
import { type Html, html } from './html.ts';
import { layout, type PageFrame } from './layout.ts';

const sum = (lines: readonly CartLine[]) =>
  cents(lines.reduce((total, { price, quantity }) => total + price * quantity, 0));

export function homePage(frame: PageFrame): string {
  const shelf = products.map(
    (product) => html`<li class="tea">
  ${tin(product)}
  <div class="row"><h2><a href="/product/${product.sku}">${product.name}</a></h2><span class="price">${priceText(product.price)}</span></div>
  <p class="soft">${product.note}</p>
</li>`,
  );
  const content = html`<div class="lead"><h1>Tea, straight off the boat</h1>
<p class="soft">Six teas, packed in small tins the week they arrive.</p></div><ul class="shelf">${shelf}</ul>`;
  return layout(frame, 'Tea, straight off the boat', content);
}

export function productPage(frame: PageFrame, product: Product): string {
  const content = html`<div class="detail">
  <div class="picture">${tin(product)}</div>
  <div class="text">
    <h1>${product.name}</h1>
    <p class="soft">${product.note}. ${product.grams} g in a tin that closes well.</p>
    <p class="price">${priceText(product.price)}</p>
    <form method="post" action="/cart/add" data-live>
      <input type="hidden" name="sku" value="${product.sku}">
      <button>Add to cart</button>
    </form>
    <p><a href="/">All teas</a></p>
  </div>
</div>`;
  return layout(frame, product.name, content);
}

const amount = ({ sku, name, quantity }: CartLine): Html => html`<form method="post" action="/cart/change">
  <input type="hidden" name="sku" value="${sku}">
  <input type="number" name="quantity" min="0" max="99" value="${quantity}" aria-label="Number of ${name}">
  <button class="quiet">Change</button>
</form>`;

function lineTable(lines: readonly CartLine[], isEditable: boolean): Html {
  const rows = lines.map(
    (line) => html`<tr><td>${line.name}</td><td class="number">${isEditable ? amount(line) : `× ${line.quantity}`}</td>
<td class="price">${priceText(cents(line.price * line.quantity))}</td></tr>`,
  );
  return html`<table class="lines"><thead><tr><th scope="col">Tea</th><th scope="col" class="number">Tins</th><th scope="col" class="price">Price</th></tr></thead>
<tbody>${rows}</tbody><tfoot><tr><td>Total</td><td></td><td class="price">${priceText(sum(lines))}</td></tr></tfoot></table>`;
}

export function cartPage(frame: PageFrame): string {
  const lines = cartLines(frame.visitor);
  const content =
    lines.length === 0
      ? html`<div class="lead"><h1>Your cart is empty</h1><p class="soft">Pick a tea first.</p><p><a class="button" href="/">To the teas</a></p></div>`
      : html`<h1>Your cart</h1>${lineTable(lines, true)}<p><a class="button" href="/checkout">Check out</a></p>`;
  return layout(frame, 'Cart', content);
}

type FieldText = { name: keyof Contact; label: string; type: string; autocomplete: string; value: string };

const field = ({ name, label, type, autocomplete, value }: FieldText): Html => html`<div class="field">
  <label for="${name}">${label}</label>
  <input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" value="${value}" required>
</div>`;

export function checkoutPage(frame: PageFrame): string {
  const { name, email, phone } = frame.visitor.contact ?? { name: '', email: '', phone: '' };
  const fields = [
    field({ name: 'name', label: 'Name', type: 'text', autocomplete: 'name', value: name }),
    field({ name: 'email', label: 'E-mail', type: 'email', autocomplete: 'email', value: email }),
    field({ name: 'phone', label: 'Phone, with country code', type: 'tel', autocomplete: 'tel', value: phone }),
  ];
  const content = html`<h1>Checkout</h1><div class="columns">
  <form class="fields" method="post" action="/checkout">${fields}<div><button>Place the order</button></div></form>
  <section class="aside" aria-label="Your order"><h2>Your order</h2>${lineTable(cartLines(frame.visitor), false)}</section>
</div>`;
  return layout(frame, 'Checkout', content);
}

export function thanksPage(frame: PageFrame, order: Order): string {
  const content = html`<div class="thanks">
  <h1>Thank you</h1>
  <p class="soft">The kettle can go on: your order is in.</p>
  <p class="order-number" id="order-number">${order.number}</p>
  <section class="aside" aria-label="What you ordered">${lineTable(order.lines, false)}</section>
  <p><a class="button" href="/">More tea</a></p>
</div>`;
  return layout(frame, 'Thank you', content);
}

export function missingPage(frame: PageFrame): string {
  const content = html`<div class="lead"><h1>There is no such page</h1><p><a class="button" href="/">To the teas</a></p></div>`;
  return layout(frame, 'Not found', content);
}
