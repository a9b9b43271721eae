/** What the stand-in script puts on the wire reads back as the event that the page tracked. */
import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { customerHasher } from '../../../electron/demo/pixel/customer.ts';
import { type PixelEvent, pixelEncoder, type Route, type WireCall } from '../../../electron/demo/pixel/encode.ts';
import { pixelScript } from '../../../electron/demo/pixel/script.ts';
import { readBrowserCall } from '../../../shared/meta/pixel-call.ts';
import { browserCall } from '../../support/browser-call.ts';

const route: Route = {
  endpoint: 'https://www.facebook.com/tr/',
  transport: 'auto',
  isChrome: true,
  attribution: false,
};

const event: PixelEvent = {
  dataset: '700100200300400',
  name: 'Purchase',
  data: { value: 49.9, currency: 'EUR', contents: [{ id: 'T-1', quantity: 2 }], note: 'Tee & Kräuter + 100 %' },
  options: { eventID: 'HT-1001' },
  at: 1795496128961,
  initAt: 1795496128891,
  counter: 1,
  page: {
    url: 'https://tea.example/thanks?a=1&b=2',
    referrer: '',
    title: 'Thanks',
    inFrame: false,
    width: 1280,
    height: 720,
  },
  fbp: 'fb.1.1795494000000.1234567890',
  fbc: 'fb.1.1795494000500.IwAR0abc',
  customer: null,
  agent: 'demo',
  kind: 'tracked',
};

const { calls } = pixelEncoder();
const onlyCall = (one: PixelEvent, way: Route = route): WireCall => {
  const [call] = calls(one, way);
  if (call === undefined) throw new Error('no call');
  return call;
};

function readBack({ url, fields, via }: WireCall) {
  const posted = fields.length > 0;
  const body = posted ? new URLSearchParams(fields).toString() : null;
  const contentType = posted ? 'application/x-www-form-urlencoded' : null;
  const method = posted ? 'POST' : 'GET';
  const reading = readBrowserCall(browserCall({ url, method, body, contentType }));
  if (reading.what !== 'events' || reading.events[0] === undefined) throw new Error(`${via} was not read`);
  return reading.events[0];
}

describe('a short event', () => {
  it('goes out as an image whose address holds it all', () => {
    const call = onlyCall(event);
    expect(call.via).toBe('image');
    expect(readBack(call)).toMatchObject({
      datasetId: '700100200300400',
      eventName: 'Purchase',
      eventId: 'HT-1001',
      at: 1795496128961,
      role: 'event',
      url: 'https://tea.example/thanks?a=1&b=2',
      fbp: 'fb.1.1795494000000.1234567890',
      fbc: 'fb.1.1795494000500.IwAR0abc',
      customData: { note: 'Tee & Kräuter + 100 %', currency: 'EUR' },
      damage: [],
    });
  });

  it('has a copy for attribution that is read as a copy', () => {
    const [, copy] = calls(event, { ...route, attribution: true });
    expect(copy && readBack(copy)).toMatchObject({ role: 'copy', eventId: 'HT-1001' });
  });

  it('goes by fetch or beacon where the page says so', () => {
    expect(onlyCall(event, { ...route, transport: 'fetch' }).url).toContain('rqm=fetch');
    expect(onlyCall(event, { ...route, transport: 'beacon' }).fields).toContainEqual(['rqm', 'SB']);
  });
});

describe('an event of which the address would reach 2048 characters', () => {
  const padded = (length: number): PixelEvent => ({ ...event, data: { pad: 'x'.repeat(length) } });
  const bare = onlyCall(padded(0)).url.length;

  it('is an image up to 2047 and a form post from 2048 on in Chrome', () => {
    expect(onlyCall(padded(2047 - bare))).toMatchObject({ via: 'image' });
    const call = onlyCall(padded(2048 - bare));
    expect(call).toMatchObject({ via: 'form', url: 'https://www.facebook.com/tr/' });
    expect(readBack(call).eventId).toBe('HT-1001');
  });

  it('is a beacon in other browsers', () => {
    expect(onlyCall(padded(3000), { ...route, isChrome: false }).via).toBe('beacon');
  });
});

describe('the event id', () => {
  it.each([
    [{ eventID: '' }, null],
    [{}, null],
    [{ event_id: 77 }, '77'],
    [{ eventID: 'a b&c' }, 'a b&c'],
  ])('of options %j is read as %j', (options, expected) => {
    expect(readBack(onlyCall({ ...event, options })).eventId).toBe(expected);
  });

  it('of a list goes out as eid[0], eid[1], where Meta does not read it', () => {
    expect(onlyCall({ ...event, options: { eventID: ['a', 'b'] } }).url).toContain('eid[0]=a&eid[1]=b');
  });
});

describe('customer information', () => {
  const hasher = customerHasher(async (text) => createHash('sha256').update(text).digest('hex'));

  it('is hashed after normalization, with the hashes that Meta documents', async () => {
    const { ud, ncud } = await hasher.hash({ ph: '+1 (650) 555-1212', em: ' John_Smith@gmail.com ', nickname: 'J' });
    expect(ud).toEqual({
      ph: 'e323ec626319ca94ee8bff2e4c87cf613be6ea19919ed1364124e16807ab3176',
      em: '62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f',
    });
    expect(ncud.ph).toBe('###########');
  });

  it('tells the shape of what was typed, never the text', async () => {
    const { cud } = await hasher.hash({ ph: '+1 (650) 555-1212', fn: 'Zoë' });
    expect(cud).toEqual({ ph: '+# (###) ###-####', fn: '^*~' });
  });
});

describe('the served script', () => {
  it('is plain JavaScript that runs with a window and nothing of ours around it', async () => {
    const sources: string[] = [];
    const sent = Promise.withResolvers<void>();
    class Image {
      set src(url: string) {
        sources.push(url);
        sent.resolve();
      }
    }
    const element = { addEventListener: () => undefined };
    const window = {
      ...{ Image, Date, Math, TextEncoder, crypto, console, screen: { width: 1, height: 1 } },
      document: { cookie: '', referrer: '', title: 'Tea', ...element },
      location: { href: 'https://tea.example/' },
      navigator: { userAgent: 'Chrome/1' },
      fbq: Object.assign(() => undefined, {
        queue: [
          ['init', '7001', { em: 'ada@mail.example' }],
          ['track', 'PageView', {}, { eventID: 'pv-1' }],
        ],
      }),
    };
    runInNewContext(pixelScript(), { window, URL });
    await sent.promise;
    expect(sources).toEqual([
      expect.stringMatching(/^https:\/\/www\.facebook\.com\/tr\/\?id=7001&ev=PageView.*&eid=pv-1&/),
    ]);
  });
});
