/** The `fbq` of the demo shop: takes the snippet's queue over and sends what is tracked, in order. */
import type { JsonObject } from '../../../shared/model/json.ts';
import type { PixelCookies } from './cookies.ts';
import type { CustomerHasher, HashedCustomer, RawCustomer } from './customer.ts';
import type { PixelEncoder, PixelEvent, Route } from './encode.ts';
import type { FbqArguments, PageWindow } from './page-window.ts';
import type { PixelTransports } from './transports.ts';

export type PixelParts = {
  encoder: PixelEncoder;
  cookies: PixelCookies;
  customers: CustomerHasher;
  transports: PixelTransports;
};

type Dataset = {
  id: string;
  customer: Promise<HashedCustomer>;
  agent: string | null;
  counter: number;
  seen: Set<string>;
};

/** A closed function (see encode.ts). Returns `track` for events that the script makes by itself. */
export function pixelQueue(page: PageWindow, { encoder, cookies, customers, transports }: PixelParts) {
  const datasets = new Map<string, Dataset>();
  const initAt = page.Date.now();
  const isChrome = /Chrome\//.test(page.navigator.userAgent);
  const route: Route = { endpoint: 'https://www.facebook.com/tr/', transport: 'auto', isChrome, attribution: false };
  const state = {
    cookies: page.document.cookie,
    url: page.location.href,
    nowMs: initAt,
    random: () => page.Math.random(),
  };
  const { fbp, fbc } = cookies.read(state);
  page.document.cookie = cookies.write('_fbp', fbp);
  if (fbc !== null) page.document.cookie = cookies.write('_fbc', fbc);
  let work: Promise<void> = Promise.resolve();

  function init(id: string, customer: RawCustomer = {}, options: { agent?: string } = {}): void {
    if (datasets.has(id)) {
      page.console.warn(`[demo pixel] ${id} was initialised twice`);
      return;
    }
    const hashed = customers.hash(customer);
    datasets.set(id, { id, customer: hashed, agent: options.agent ?? null, counter: 0, seen: new Set() });
  }

  type Tracked = Pick<PixelEvent, 'name' | 'data' | 'options' | 'kind'>;

  /** Time and counter are taken at once; the hashes come later, and the order stays. */
  function track(dataset: Dataset, tracked: Tracked, transport = route.transport): void {
    const { location, document, screen } = page;
    const inFrame = page.top !== page.self;
    const { width, height } = screen;
    const place = { url: location.href, referrer: document.referrer, title: document.title, inFrame, width, height };
    const { id, agent } = dataset;
    const counter = dataset.counter++;
    const event = { dataset: id, ...tracked, at: page.Date.now(), initAt, counter, page: place, fbp, fbc, agent };
    const now = { ...route, transport };
    work = work
      .then(async () => encoder.calls({ ...event, customer: await dataset.customer }, now).forEach(transports.send))
      .catch((cause: unknown) => page.console.warn('[demo pixel] not sent', cause));
  }

  function trackAll(tracked: Tracked, transport?: Route['transport']): void {
    for (const dataset of datasets.values()) {
      const isSecondPageView = tracked.name === 'PageView' && dataset.seen.has('PageView');
      dataset.seen.add(tracked.name);
      if (!isSecondPageView) track(dataset, tracked, transport);
    }
  }

  function run([verb, first, ...rest]: FbqArguments): void {
    const [name, data = {}, options = {}] = (verb === 'trackSingle' ? rest : [first, ...rest]) as [
      string,
      JsonObject?,
      JsonObject?,
    ];
    const single = datasets.get(String(first));
    if (verb === 'init') init(String(first), ...(rest as [RawCustomer?, { agent?: string }?]));
    else if (verb === 'set') Object.assign(route, { [String(first)]: rest[0] });
    else if (verb === 'track' || verb === 'trackCustom') trackAll({ name, data, options, kind: 'tracked' });
    else if (verb === 'trackSingle' && single) track(single, { name, data, options, kind: 'single' });
    else page.console.warn('[demo pixel] not understood', verb);
  }

  const waiting = page.fbq?.queue ?? [];
  page.fbq = (...args) => run(args);
  for (const args of waiting) run(Array.from(args));
  return { trackAll, settled: () => work };
}

export type PixelQueue = ReturnType<typeof pixelQueue>;
