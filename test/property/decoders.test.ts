/** Whatever comes in, the readers of browser traffic return; they never throw and they keep the model's shape. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trackedEventSchema } from '../../shared/api/schemas.ts';
import { readBracketKey, readGroup } from '../../shared/meta/brackets.ts';
import { readFbc, readFbp, readSuffix, stripSuffix } from '../../shared/meta/cookies.ts';
import { readForm, writeForm } from '../../shared/meta/form.ts';
import { readJsonText } from '../../shared/meta/json-text.ts';
import { classifyUrl, datasetIdInPath } from '../../shared/meta/meta-hosts.ts';
import { readMultipart, writeMultipart } from '../../shared/meta/multipart.ts';
import { browserOutcome } from '../../shared/meta/outcome.ts';
import { decodePercent, utf8OfLatin1 } from '../../shared/meta/percent.ts';
import { readBrowserCall } from '../../shared/meta/pixel-call.ts';
import { splitUrl } from '../../shared/meta/url.ts';
import { browserCall } from '../support/browser-call.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.string({ unit: fc.constantFrom(...'%2[]{}"\\&=+-\r\nB.') }),
);
const fragment = fc.constantFrom(
  'id=1&ev=Lead&',
  'cd[a]=[1&',
  'cd[__proto__]={"a":1}&',
  'ud[em][]=x&',
  'eid[0]=a&',
  '%E9%',
  '--B\r\nContent-Disposition: form-data; name="ev"\r\n\r\nLead\r\n',
  '--B\r\r\n',
  '{"event_name":"x","fb.pixel_id":1',
  ',"custom_data":{"a":[',
  ']}}',
  'ts=1765875600007&',
);
const wire = fc
  .array(fc.oneof({ weight: 3, arbitrary: fragment }, anyText), { maxLength: 8 })
  .map((pieces) => pieces.join(''));
const address = fc.oneof(
  anyText,
  fc
    .tuple(
      fc.constantFrom(
        'https://www.facebook.com/tr/?',
        'https://www.facebook.com/tr',
        'https://gw.example/events?',
        'https://x.example/tr?id=1&ev=a&',
        'https://connect.facebook.net/signals/config/1?',
      ),
      wire,
    )
    .map((parts) => parts.join('')),
);

test('every reader takes every text', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, wire, address), (text) => {
      for (const read of [
        splitUrl,
        classifyUrl,
        datasetIdInPath,
        readForm,
        decodePercent,
        utf8OfLatin1,
        readBracketKey,
      ])
        read(text);
      for (const read of [readFbp, readFbc, readSuffix, stripSuffix, readJsonText]) read(text);
      readMultipart(text, null);
      readMultipart(text, `multipart/form-data; boundary=${text}`);
      readGroup(readForm(text).params, 'cd');
      browserOutcome({ status: null, error: text, held: false });
    }),
  );
});

test('every call is read as something, and every event has the shape of the model', () => {
  fc.assert(
    fc.property(
      fc.record({
        method: fc.constantFrom('GET', 'POST', 'OPTIONS', ''),
        url: address,
        body: fc.option(wire),
        contentType: fc.option(fc.oneof(anyText, fc.constantFrom('multipart/form-data; boundary=B', 'text/plain'))),
        bodyCharset: fc.constantFrom('utf8' as const, 'latin1' as const),
        bodyState: fc.constantFrom('whole' as const, 'cut' as const),
        at: fc.option(fc.integer()),
      }),
      (given) => {
        const reading = readBrowserCall(browserCall(given));
        for (const event of reading.what === 'events' ? reading.events : []) {
          trackedEventSchema.parse({ ...event, id: 'b1' });
          JSON.stringify(event);
        }
      },
    ),
    { numRuns: 500 },
  );
});

const someParams = fc.array(
  fc.record({ key: fc.string({ unit: 'grapheme', minLength: 1 }), value: fc.string({ unit: 'grapheme' }) }),
  { maxLength: 6 },
);

test('a form that was written is read back the same', () => {
  fc.assert(
    fc.property(someParams, (params) => {
      expect(readForm(writeForm(params))).toEqual({ params, damage: [] });
    }),
  );
});

test('a multipart body that was written is read back the same, also with every CR doubled', () => {
  fc.assert(
    fc.property(someParams, (params) => {
      const type = 'multipart/form-data; boundary=----boundary7';
      const body = writeMultipart(params, '----boundary7');
      expect(readMultipart(body, type)).toEqual({ params, damage: [] });
      if (!/\r/.test(JSON.stringify(params))) {
        expect(readMultipart(body.replaceAll('\r\n', '\r\r\n'), type)).toEqual({ params, damage: [] });
      }
    }),
  );
});

test('a multipart body cut anywhere gives a start of its parts and never another value before the last', () => {
  const params = [
    { key: 'id', value: '12345' },
    { key: 'ev', value: 'Purchase' },
    { key: 'cd[value]', value: '49.90' },
  ];
  const body = writeMultipart(params, 'B');
  fc.assert(
    fc.property(fc.nat(body.length - 6), (length) => {
      const read = readMultipart(body.slice(0, length), 'multipart/form-data; boundary=B');
      read.params.forEach(({ key, value }, index) => {
        const isLast = index === read.params.length - 1;
        expect(key).toBe(params[index]?.key);
        expect(isLast ? params[index]?.value.startsWith(value) : params[index]?.value === value).toBe(true);
      });
      if (length > 0) expect(read.damage).not.toEqual([]);
    }),
  );
});
