/** Who is in the shop: one record a browser, known again by a cookie, with the Pixel's cookies beside it. */
import type { TimeMs } from '../../../shared/model/fact.ts';
import { pixelCookies } from '../pixel/cookies.ts';
import { productOf } from './catalogue.ts';
import type { ShopRequest } from './request.ts';

export type Contact = { name: string; email: string; phone: string };
/** `isTold`: the thank-you page was shown, and Meta was told of the Purchase. */
export type Order = { number: string; lines: CartLine[]; isTold: boolean };
export type CartLine = { sku: string; name: string; price: number; quantity: number };

export type Visitor = {
  id: string;
  /** An address of the range kept for documentation: behind loopback there is no real one. */
  ip: string;
  userAgent: string;
  fbp: string;
  fbc: string | null;
  cart: Map<string, number>;
  contact: Contact | null;
  orders: Order[];
};

export type VisitorClock = { now: () => TimeMs; random: () => number };

const visitorCookie = 'demo_visitor';

export function cartLines(visitor: Visitor): CartLine[] {
  return [...visitor.cart].flatMap(([sku, quantity]) => {
    const product = productOf(sku);
    return product ? [{ sku, name: product.name, price: product.price, quantity }] : [];
  });
}

export const cartCount = ({ cart }: Visitor): number => [...cart.values()].reduce((sum, quantity) => sum + quantity, 0);

/** Remembers visitors for the life of the shop. */
export function createVisitors({ now, random }: VisitorClock) {
  const visitors = new Map<string, Visitor>();
  const cookies = pixelCookies();

  function arrive(userAgent: string): Visitor {
    const id = `v-${Math.floor(random() * 0xffffffff)
      .toString(16)
      .padStart(8, '0')}`;
    const ip = `203.0.113.${10 + (visitors.size % 200)}`;
    const visitor: Visitor = { id, ip, userAgent, fbp: '', fbc: null, cart: new Map(), contact: null, orders: [] };
    visitors.set(id, visitor);
    return visitor;
  }

  /**
   * The visitor of a request, and the cookies to set. The server sets `_fbp` and `_fbc` itself on the first page,
   * as Meta's Parameter Builder does: else its first event would lack what the Pixel's has.
   */
  function recognise(request: ShopRequest): { visitor: Visitor; setCookies: string[] } {
    const known = new RegExp(`(?:^|; )${visitorCookie}=([\\w-]+)`).exec(request.cookies)?.[1] ?? '';
    const visitor = visitors.get(known) ?? arrive(request.userAgent);
    visitor.userAgent = request.userAgent;
    const { fbp, fbc } = cookies.read({ cookies: request.cookies, url: request.url.href, nowMs: now(), random });
    Object.assign(visitor, { fbp, fbc });
    const setCookies = [`${visitorCookie}=${visitor.id}; Path=/; SameSite=Lax`, cookies.write('_fbp', fbp)];
    if (fbc !== null) setCookies.push(cookies.write('_fbc', fbc));
    return { visitor, setCookies };
  }

  return { recognise };
}
