/** The demo shop without its sockets: takes a request and answers it. */
import type { FaultId } from '../faults/list.ts';
import { icon } from '../pages/art.ts';
import { shopScript } from '../pages/shop-script.ts';
import { style } from '../pages/style.ts';
import { pixelScript } from '../pixel/script.ts';
import type { Backend } from './backend.ts';
import { changeFaults, faultState } from './fault-switches.ts';
import { type ShopRequest, type ShopResponse, textResponse } from './request.ts';
import { routeOf } from './routes.ts';
import { createTell } from './tell.ts';
import { createVisitors, type VisitorClock } from './visitor.ts';

export type ShopOptions = VisitorClock & { backend: Backend };

const firstOrder = 1001;

/** What needs no visitor: assets, the switches, and the first-party endpoint that is always down. */
function answerPlain(request: ShopRequest, active: Set<FaultId>): ShopResponse | null {
  const { method, url } = request;
  if (url.pathname === '/tr/') return textResponse(502, 'text/plain', 'upstream is down\n');
  switch (`${method} ${url.pathname}`) {
    case 'GET /pixel.js':
      return textResponse(200, 'text/javascript; charset=utf-8', pixelScript());
    case 'GET /shop.js':
      return textResponse(200, 'text/javascript; charset=utf-8', shopScript());
    case 'GET /style.css':
      return textResponse(200, 'text/css; charset=utf-8', style);
    case 'GET /icon.svg':
      return textResponse(200, 'image/svg+xml', icon);
    case 'GET /faults':
      return faultState(active);
    case 'POST /faults':
      return changeFaults(request, active);
    default:
      return null;
  }
}

export function createShop(options: ShopOptions) {
  const active = new Set<FaultId>();
  const visitors = createVisitors(options);
  const tell = createTell({ ...options, active });
  let orders = 0;
  const nextOrderNumber = () => `HT-${firstOrder + orders++}`;

  return {
    handle(request: ShopRequest): ShopResponse {
      const plain = answerPlain(request, active);
      if (plain !== null) return plain;
      const { visitor, setCookies } = visitors.recognise(request);
      const { route, parameter } = routeOf(request);
      const response = route({ request, visitor, parameter, active, tell, nextOrderNumber });
      return { ...response, headers: { ...response.headers, 'set-cookie': setCookies } };
    },
  };
}

export type Shop = ReturnType<typeof createShop>;
