/** What a route knows: who asks for what, and how to tell of it. */
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import type { FaultId } from '../faults/list.ts';
import type { PageFrame } from '../pages/layout.ts';
import { fbqCall, initCall } from './content.ts';
import type { ShopRequest, ShopResponse } from './request.ts';
import type { Tell } from './tell.ts';
import type { Visitor } from './visitor.ts';

export type Visit = {
  request: ShopRequest;
  visitor: Visitor;
  /** What the route's pattern caught: a SKU, an order number; empty where it catches nothing. */
  parameter: string;
  active: ReadonlySet<FaultId>;
  tell: Tell;
  nextOrderNumber: () => string;
};

export type Route = (visit: Visit) => ShopResponse;

/** What happened by showing a page, beside its PageView. */
export type Shown = { eventName: string; customData: JsonObject; eventId?: string };

/** Tells of the page, and returns it with its `fbq` calls: settings, `init`, PageView and the rest. */
export function pageFrame({ request, visitor, active, tell }: Visit, shown: Shown | null): PageFrame {
  const happened = [{ eventName: 'PageView', customData: {} }, ...(shown === null ? [] : [shown])];
  const told = happened.flatMap((one) => tell(visitor, { ...one, url: request.url.href }));
  const hasDeadEndpoint = active.has('delivery.failed');
  const settings: Json[][] = hasDeadEndpoint ? [['set', 'endpoint', `${request.url.origin}/tr/`]] : [];
  return { visitor, active, calls: [...settings, initCall(visitor), ...told.map(fbqCall)] };
}

export const formOf = ({ request }: Visit): URLSearchParams => new URLSearchParams(request.body);
