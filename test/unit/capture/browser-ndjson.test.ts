/** NDJSON of browser calls, in and out. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { browserCallLine, readBrowserCallLine } from '../../../electron/core/capture/browser-ndjson.ts';
import { importBrowserRecording } from '../../../electron/core/capture/import-recording.ts';
import { browserCall } from '../../support/browser-call.ts';
import { collectInput } from '../../support/collected-input.ts';

const documented =
  '{"at":"2026-11-24T04:23:00.458Z","method":"POST","url":"https://www.facebook.com/tr/","contentType":"application/x-www-form-urlencoded","body":"id=12&ev=Purchase","status":200}';

test('the documented line is read', () => {
  const { facts, isUsable } = readBrowserCallLine(documented, 'line 1', 0);
  expect(isUsable).toBe(true);
  expect(facts).toEqual([
    browserCall({
      place: 'line 1',
      key: '0:line 1',
      at: Date.parse('2026-11-24T04:23:00.458Z'),
      method: 'POST',
      contentType: 'application/x-www-form-urlencoded',
      body: 'id=12&ev=Purchase',
    }),
  ]);
});

test('page, user agent, cookies and an error may stand beside', () => {
  const line = JSON.stringify({
    url: 'https://www.facebook.com/tr/?id=1&ev=Lead',
    error: 'net::ERR_BLOCKED_BY_CLIENT',
    page: 'https://shop.example/',
    userAgent: 'UA',
    cookies: { _fbp: 'fb.1.2.3' },
  });
  expect(readBrowserCallLine(line, 'line 1', 0).facts).toMatchObject([
    {
      at: null,
      method: 'GET',
      status: null,
      error: 'net::ERR_BLOCKED_BY_CLIENT',
      page: 'https://shop.example/',
      userAgent: 'UA',
      cookies: { fbp: 'fb.1.2.3', fbc: null },
    },
  ]);
});

test('cookies may be the text of a Cookie header', () => {
  const line = '{"url":"https://www.facebook.com/tr/?id=1&ev=Lead","cookies":"a=1; _fbc=fb.1.2.x; _fbp=fb.1.2.3"}';
  expect(readBrowserCallLine(line, 'line 1', 0).facts).toMatchObject([
    { cookies: { fbp: 'fb.1.2.3', fbc: 'fb.1.2.x' } },
  ]);
});

test('lines of other calls are passed over, damaged ones are named with their line, blank ones are nothing', async () => {
  const collected = collectInput();
  const lines = [
    '\ufeff{"url":"https://shop.example/"}',
    '',
    documented,
    '{"url":',
    '[1]',
    '{"method":"GET"}',
    documented,
    '',
  ];
  await importBrowserRecording(lines.join('\r\n'), 'calls.ndjson', collected.open);
  expect(collected.inputs).toEqual([{ id: 0, kind: 'browser-ndjson', name: 'calls.ndjson', records: 6, skipped: 3 }]);
  expect(collected.calls().map(({ place }) => place)).toEqual(['line 3', 'line 7']);
  expect(collected.facts.filter(({ kind }) => kind === 'problem')).toMatchObject([
    { place: 'line 4', reason: 'the line is not JSON' },
    { place: 'line 5', reason: 'the line is not a JSON object' },
    { place: 'line 6', reason: 'the line has no url' },
  ]);
});

test('what was learned of the answer later is written in its place', () => {
  const line = browserCallLine(browserCall({ status: null }), { status: null, error: 'net::ERR_ABORTED' });
  expect(JSON.parse(line)).toMatchObject({ error: 'net::ERR_ABORTED' });
  expect(JSON.parse(line)).not.toHaveProperty('status');
});

test('a call that was written is read back the same', () => {
  const text = fc.string({ unit: 'grapheme' });
  const cookie = fc.option(fc.string({ minLength: 1 }));
  fc.assert(
    fc.property(
      fc.record({
        at: fc.option(fc.integer({ min: 0, max: 4e12 })),
        method: fc.constantFrom('GET', 'POST'),
        url: text.map((query) => `https://www.facebook.com/tr/?id=1&ev=Lead&x=${encodeURIComponent(query)}`),
        contentType: fc.option(text),
        body: fc.option(text.map((value) => `a=${encodeURIComponent(value)}`)),
        bodyCharset: fc.constantFrom('utf8' as const, 'latin1' as const),
        bodyState: fc.constantFrom('whole' as const, 'cut' as const),
        status: fc.option(fc.integer({ min: 100, max: 599 })),
        error: fc.option(text),
        held: fc.boolean(),
        page: fc.option(text.map((path) => `https://shop.example/${encodeURIComponent(path)}`)),
        userAgent: fc.option(text),
        cookies: fc.option(fc.record({ fbp: cookie, fbc: cookie })),
      }),
      (given) => {
        const fact = browserCall({ ...given, place: 'line 1', key: '0:line 1' });
        expect(readBrowserCallLine(browserCallLine(fact), 'line 1', 0).facts).toEqual([fact]);
      },
    ),
  );
});

test('any line is read as something', () => {
  const key = fc.constantFrom('at', 'url', 'method', 'body', 'status', 'cookies', 'error', 'held', 'page', 'bodyState');
  const value = fc.oneof(fc.jsonValue(), fc.constant('https://www.facebook.com/tr/?id=1&ev=Lead'));
  const line = fc.oneof(
    fc.string(),
    fc.dictionary(key, value).map((object) => JSON.stringify(object)),
  );
  fc.assert(
    fc.property(line, (text) => {
      const { facts, isUsable } = readBrowserCallLine(text, 'line 1', 0);
      expect(facts.some(({ kind }) => kind === 'problem')).toBe(!isUsable);
    }),
  );
});
