/** The pages and actions of the shop, one function each, and the table that finds them. */
import type { Json } from '../../../shared/model/json.ts';
import { cartPage, checkoutPage, homePage, missingPage, productPage, thanksPage } from '../pages/pages.ts';
import { productOf } from './catalogue.ts';
import { cartContent, fbqCall, initCall, itemContent } from './content.ts';
import { htmlResponse, jsonResponse, redirect, type ShopRequest } from './request.ts';
import { formOf, pageFrame, type Route } from './visit.ts';
import { cartCount, cartLines } from './visitor.ts';

/** The policy of a shop whose administrator forgot the Pixel. */
const ownHostOnly = "img-src 'self'; connect-src 'self'; form-action 'self'; frame-src 'self'";
const maximumTins = 99;
const maximumFieldLength = 200;

const home: Route = (visit) => htmlResponse(homePage(pageFrame(visit, null)));

/** Tells of nothing: browsers ask for icons and the like by themselves, and that is no page view. */
const missing: Route = ({ visitor, active }) =>
  htmlResponse(missingPage({ visitor, active, calls: [initCall(visitor)] }), {}, 404);

const product: Route = (visit) => {
  const item = productOf(visit.parameter);
  if (item === undefined) return missing(visit);
  const frame = pageFrame(visit, { eventName: 'ViewContent', customData: itemContent(item) });
  const isBlocking = visit.active.has('delivery.blocked');
  return htmlResponse(productPage(frame, item), isBlocking ? { 'content-security-policy': ownHostOnly } : {});
};

const cart: Route = (visit) => htmlResponse(cartPage(pageFrame(visit, null)));

const addToCart: Route = (visit) => {
  const { request, visitor, tell, active } = visit;
  const item = productOf(formOf(visit).get('sku') ?? '');
  if (item === undefined) return redirect('/cart');
  visitor.cart.set(item.sku, Math.min(maximumTins, (visitor.cart.get(item.sku) ?? 0) + 1));
  const contents = [{ id: item.sku, quantity: 1, item_price: item.price }];
  const customData = { ...itemContent(item), contents };
  const calls = tell(visitor, { eventName: 'AddToCart', url: request.referer, customData }).map(fbqCall);
  if (!request.wantsJson) return redirect('/cart');
  const leaveTo = active.has('delivery.aborted') ? '/checkout' : null;
  return jsonResponse({ calls, count: cartCount(visitor), leaveTo, message: `${item.name} is in your cart.` });
};

const changeCart: Route = (visit) => {
  const form = formOf(visit);
  const sku = productOf(form.get('sku') ?? '')?.sku;
  const wanted = Math.trunc(Number(form.get('quantity'))) || 0;
  if (sku !== undefined && wanted <= 0) visit.visitor.cart.delete(sku);
  else if (sku !== undefined) visit.visitor.cart.set(sku, Math.min(maximumTins, wanted));
  return redirect('/cart');
};

const checkout: Route = (visit) => {
  const lines = cartLines(visit.visitor);
  if (lines.length === 0) return redirect('/cart');
  const frame = pageFrame(visit, { eventName: 'InitiateCheckout', customData: cartContent(lines) });
  return htmlResponse(checkoutPage(frame));
};

const placeOrder: Route = (visit) => {
  const { visitor, nextOrderNumber } = visit;
  const lines = cartLines(visitor);
  if (lines.length === 0) return redirect('/cart');
  const form = formOf(visit);
  const typed = (field: string) => (form.get(field) ?? '').slice(0, maximumFieldLength);
  visitor.contact = { name: typed('name'), email: typed('email'), phone: typed('phone') };
  const number = nextOrderNumber();
  visitor.orders.push({ number, lines, isTold: false });
  visitor.cart.clear();
  return redirect(`/thanks/${number}`);
};

/** Tells of the Purchase when the page is shown first: a reload is no second order. */
const thanks: Route = (visit) => {
  const { visitor, parameter } = visit;
  const order = visitor.orders.find(({ number }) => number === parameter);
  if (order === undefined) return missing(visit);
  const customData = { ...cartContent(order.lines), order_id: order.number };
  const bought = { eventName: 'Purchase', eventId: order.number, customData };
  const frame = pageFrame(visit, order.isTold ? null : bought);
  order.isTold = true;
  const withCopies: Json[] = ['set', 'attribution', true];
  return htmlResponse(thanksPage({ ...frame, calls: [withCopies, ...frame.calls] }, order));
};

/** The subscriber's address is known to the server alone; the page sends by fetch, as experiments of Meta's do. */
const newsletter: Route = (visit) => {
  const { request, visitor, tell } = visit;
  const email = (formOf(visit).get('email') ?? '').slice(0, maximumFieldLength);
  const subscriber = { ...visitor, contact: visitor.contact ?? { name: '', phone: '', email } };
  const customData = { content_name: 'Newsletter' };
  const calls = tell(subscriber, { eventName: 'Lead', url: request.referer, customData }).map(fbqCall);
  if (!request.wantsJson) return redirect('/');
  const byFetch = [['set', 'transport', 'fetch'], ...calls, ['set', 'transport', 'auto']];
  return jsonResponse({ calls: byFetch, count: null, leaveTo: null, message: 'Thank you. The next letter is yours.' });
};

const table: readonly [RegExp, Route][] = [
  [/^GET \/$/, home],
  [/^GET \/product\/([\w-]+)$/, product],
  [/^GET \/cart$/, cart],
  [/^POST \/cart\/add$/, addToCart],
  [/^POST \/cart\/change$/, changeCart],
  [/^GET \/checkout$/, checkout],
  [/^POST \/checkout$/, placeOrder],
  [/^GET \/thanks\/([\w-]+)$/, thanks],
  [/^POST \/newsletter$/, newsletter],
];

export function routeOf({ method, url }: ShopRequest): { route: Route; parameter: string } {
  for (const [pattern, route] of table) {
    const match = pattern.exec(`${method} ${url.pathname}`);
    if (match !== null) return { route, parameter: match[1] ?? '' };
  }
  return { route: missing, parameter: '' };
}
