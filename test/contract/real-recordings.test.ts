/** The two recordings of Meta's own script, read from their files to events. */
import { describe, expect, test } from 'vitest';
import { importBrowserFile } from '../../electron/core/capture/import-recording.ts';
import { collectInput } from '../support/collected-input.ts';
import { hasMaterial, material } from '../support/material.ts';

const page = 'http://localhost:18200/checkout/thanks?fbclid=IwAR0abcDEF123';

async function read(name: string) {
  const collected = collectInput();
  await importBrowserFile(material(`fixtures/real-pixel/${name}`), collected.open);
  return collected;
}

/** The fields in which events differ, one line for each. */
async function lines(name: string): Promise<string[]> {
  const { events } = await read(name);
  return events().map(({ source, datasetId, eventName, eventId, transport, role, outcome }) =>
    [source.at, datasetId, eventName, eventId, transport, role, outcome].join(' '),
  );
}

describe.skipIf(!hasMaterial)('purchase-form-post.har', () => {
  test('every event is there, and nothing else', async () => {
    expect(await lines('purchase-form-post.har')).toEqual([
      'entry 4 1234567890 PageView  form event sent',
      'entry 5 1234567890 Purchase order-1001 form event sent',
      'entry 6 1234567890 LoyaltyJoined  form event sent',
      'entry 7 1234567890 AddToCart atc-77 form event sent',
    ]);
  });

  test('the input counts every entry and keeps the calls of the script beside the events', async () => {
    const { inputs, calls } = await read('purchase-form-post.har');
    expect(inputs).toEqual([{ id: 0, kind: 'har', name: 'purchase-form-post.har', records: 7, skipped: 0 }]);
    expect(calls().map(({ place }) => place)).toEqual([2, 3, 4, 5, 6, 7].map((entry) => `entry ${entry}`));
  });

  test('the purchase has its time, its content and its customer', async () => {
    const { events } = await read('purchase-form-post.har');
    const purchase = events()[1];
    expect(purchase).toMatchObject({
      at: 1795496128961,
      hasOwnTime: true,
      seenAt: Date.parse('2026-11-24T04:55:29.017Z'),
      url: page,
      userAgent: expect.stringContaining('Chrome/156'),
      damage: [],
      customData: {
        value: '49.9',
        currency: 'USD',
        content_ids: ['SKU-1', 'SKU-2'],
        content_type: 'product',
        contents: [
          { id: 'SKU-1', quantity: 1 },
          { id: 'SKU-2', quantity: 2 },
        ],
        num_items: '3',
        order_id: '1001',
      },
    });
    expect(purchase?.userData.em).toEqual(['86e0b9e56c17cc4d12387e1949b85053fbe73bc3ce5a1188713a9d300cc6133d']);
    expect(Object.keys(purchase?.userData ?? {}).sort()).toEqual(
      ['em', 'ph', 'fn', 'ln', 'ct', 'st', 'zp', 'country', 'external_id'].sort(),
    );
    expect(Object.keys(purchase?.other ?? {})).toEqual(
      expect.arrayContaining(['aud[em]', 'cud[em]', 'ncud[em]', 'rqm', 'o']),
    );
  });

  test('a nested object in custom data is read', async () => {
    const { events } = await read('purchase-form-post.har');
    expect(events()[2]?.customData).toEqual({ tier: 'gold', nested: { a: 1 } });
  });

  test('every call knows the page that made it', async () => {
    const { calls } = await read('purchase-form-post.har');
    expect(new Set(calls().map((call) => call.page))).toEqual(new Set([page]));
  });
});

describe.skipIf(!hasMaterial)('two-pixels-consent-noscript.har', () => {
  test('both datasets, the repeated Lead, the noscript image and the calls that the navigation cut off are there', async () => {
    expect(await lines('two-pixels-consent-noscript.har')).toEqual([
      'entry 3 1234567890 PageView  noscript event sent',
      'entry 6 1234567890 PageView  image event sent',
      'entry 7 9876543210 PageView  image event sent',
      'entry 8 1234567890 Lead lead-1 image event sent',
      'entry 9 9876543210 Lead lead-1 image event sent',
      'entry 10 1234567890 Lead lead-1 image event sent',
      'entry 11 9876543210 Lead lead-1 image event sent',
      'entry 12 9876543210 Purchase big-1 form event sent',
      'entry 13 1234567890 Subscribe held-1 image event sent',
      'entry 14 9876543210 Subscribe held-1 image event sent',
      'entry 15 1234567890 Contact unload-1 image event aborted',
      'entry 16 9876543210 Contact unload-1 image event aborted',
    ]);
  });

  test('the sixty items and the odd value of the purchase are kept as they were sent', async () => {
    const { events } = await read('two-pixels-consent-noscript.har');
    const purchase = events().find(({ eventName }) => eventName === 'Purchase');
    expect(purchase?.customData).toMatchObject({ value: '12,50', currency: 'eur' });
    expect(purchase?.customData.contents).toHaveLength(60);
    expect(purchase?.other).toMatchObject({ dpo: 'LDU', dpoco: '1', dpost: '1000' });
  });

  test('a call that was cut off carries the browser\u2019s own word for it', async () => {
    const { events } = await read('two-pixels-consent-noscript.har');
    expect(events().at(-1)?.answer).toBe('net::ERR_ABORTED');
  });
});
