/** Turns one Pixel event into the calls that Meta's script would make for it. Pure; runs in the page and in Node. */
import type { JsonObject } from '../../../shared/model/json.ts';
import type { HashedCustomer } from './customer.ts';

export type Field = [name: string, value: string];

export type PixelEvent = {
  dataset: string;
  name: string;
  data: JsonObject;
  /** The fourth argument of `fbq`: `{ eventID }`. */
  options: JsonObject;
  /** Milliseconds since the epoch: of the event, and of the first `init` on the page. */
  at: number;
  initAt: number;
  /** Events of this dataset on this page before this one. */
  counter: number;
  page: { url: string; referrer: string; title: string; inFrame: boolean; width: number; height: number };
  fbp: string | null;
  fbc: string | null;
  customer: HashedCustomer | null;
  agent: string | null;
  kind: 'tracked' | 'single' | 'automatic';
};

type Transport = 'auto' | 'beacon' | 'fetch';
export type WireCall = { via: 'image' | 'form' | 'beacon' | 'fetch'; url: string; fields: Field[] };
export type Route = { endpoint: string; transport: Transport; isChrome: boolean; attribution: boolean };

/**
 * A closed function: it uses nothing outside its own body, so that its text can be served to the page.
 * Names, order and limits are those recorded from the real script (2.9.252).
 */
export function pixelEncoder() {
  const urlLimit = 2048;
  const experiments = ['pl1', 'el2', 'bc1', 'mr0', 'im0', 'hf2'];
  const copyEndpoint = 'https://www.facebook.com/privacy_sandbox/pixel/register/trigger/';

  const bracketed = (group: string, values: Record<string, unknown>): Field[] =>
    Object.entries(values)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([key, value]) => [
        `${group}[${encodeURIComponent(key)}]`,
        typeof value === 'object' ? JSON.stringify(value) : String(value),
      ]);

  function identifier(options: JsonObject): Field[] {
    const id = options['eventID'] ?? options['event_id'];
    if (Array.isArray(id)) return id.map((part, index) => [`eid[${index}]`, String(part)]);
    return id === undefined || id === null || id === '' ? [] : [['eid', String(id)]];
  }

  const optional = (name: string, value: string | null): Field[] => (value === null ? [] : [[name, value]]);

  function fields(event: PixelEvent): Field[] {
    const { page, customer } = event;
    return [
      ['id', event.dataset],
      ['ev', event.name],
      ['dl', page.url],
      ['rl', page.referrer],
      ['if', String(page.inFrame)],
      ['ts', String(event.at)],
      ...bracketed('cd', event.data),
      ['sw', String(page.width)],
      ['sh', String(page.height)],
      ...(customer === null ? [] : (['cud', 'ncud', 'ud', 'aud'] as const).flatMap((g) => bracketed(g, customer[g]))),
      ['v', '2.9.252'],
      ['r', 'stable'],
      ...optional('a', event.agent),
      ['ec', String(event.counter)],
      ['o', '4126'],
      ...optional('fbp', event.fbp),
      ...optional('fbc', event.fbc),
      ['cdl', 'API_unavailable'],
      ['pmd[title]', page.title],
      ['it', String(event.initAt)],
      ['coo', 'false'],
      ...optional('es', event.kind === 'automatic' ? 'automatic' : null),
      ...identifier(event.options),
      ...optional('tm', event.kind === 'tracked' ? null : event.kind === 'single' ? '1' : '3'),
      ...experiments.map((code, index): Field => [`expv2[${index}]`, code]),
    ];
  }

  const query = (all: Field[]): string => all.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');

  function mainCall(all: Field[], { endpoint, transport, isChrome }: Route): WireCall {
    const marked = (mode: string): Field[] => [...all, ['rqm', mode]];
    const address = (mode: string) => `${endpoint}?${query(marked(mode))}`;
    if (transport === 'beacon') return { via: 'beacon', url: endpoint, fields: marked('SB') };
    if (transport === 'fetch') return { via: 'fetch', url: address('fetch'), fields: [] };
    if (address('GET').length < urlLimit) return { via: 'image', url: address('GET'), fields: [] };
    if (isChrome) return { via: 'form', url: endpoint, fields: marked('formPOST') };
    return { via: 'beacon', url: endpoint, fields: marked('SB') };
  }

  /** The event's own call, and with attribution reporting its copy, whose address has no limit. */
  function calls(event: PixelEvent, route: Route): WireCall[] {
    const all = fields(event);
    const copy: WireCall = { via: 'image', url: `${copyEndpoint}?${query([...all, ['rqm', 'FGET']])}`, fields: [] };
    return [mainCall(all, route), ...(route.attribution ? [copy] : [])];
  }

  return { calls };
}

export type PixelEncoder = ReturnType<typeof pixelEncoder>;
