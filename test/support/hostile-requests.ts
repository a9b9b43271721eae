/** Makes broken and hostile requests to the test endpoint and to the proxy from a seed: the same seed makes the same bytes. */
import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { payload, purchase } from './capi.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const good = payload(purchase('fuzzed'));
const multipart = `--B\r\nContent-Disposition: form-data; name="data"\r\n\r\n[${JSON.stringify(purchase('m'))}]\r\n--B--\r\n`;
const deep = `{"data":${'['.repeat(3000)}`;

const token = fc.stringMatching(/^[A-Za-z!#$%&'*+.^_`|~0-9-]{1,20}$/);
const junk = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));

const method = fc.oneof(
  { weight: 6, arbitrary: fc.constant('POST') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE', 'CONNECT', 'PRI', 'post', ''),
  },
  token,
);

const endpointPath = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('/v25.0/1/events?access_token=t', '/1/events?access_token=t', '/v25.0/?access_token=t'),
  },
  fc.constantFrom(
    '*',
    '//',
    '/../../1/events',
    'http://evil.example/1/events',
    '/%00/events',
    '/v25.0/1/events?data=%',
    '/capi/1/events',
  ),
  fc.webPath({ size: 'small' }),
  fc.nat({ max: 20_000 }).map((length) => `/${'a'.repeat(length)}`),
);

const contentType = fc.constantFrom(
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=B',
  'multipart/form-data',
  'text/html; charset=\xff',
  '',
);

const header = fc.oneof(
  fc.constantFrom(
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: gzip, chunked',
    'Transfer-Encoding : chunked',
    'Content-Length: 5',
    'Content-Length: -1',
    'Content-Length: 99999999999999999999',
    'Content-Encoding: gzip',
    'Content-Encoding: deflate',
    'Content-Encoding: br',
    'Expect: 100-continue',
    'Expect: the-impossible',
    'Upgrade: websocket\r\nConnection: Upgrade',
    'Connection: close',
    'Origin: null',
    'Cookie: a=\0b',
    ' folded: yes',
    ': nameless',
    'x-twinlane-check: 0123456789abcdef0123456789abcdef',
    'Authorization: Bearer \r\nX-Injected: yes',
  ),
  fc.tuple(token, fc.string({ maxLength: 60 })).map(([name, value]) => `${name}: ${value}`),
  fc.nat({ max: 40_000 }).map((length) => `X-Long: ${'v'.repeat(length)}`),
);

const body = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(good, multipart, deep, '', '{', '[]', 'null', 'data=%', `data=${encodeURIComponent(`[${good}]`)}`)
      .map(bytes),
  },
  fc.json({ maxDepth: 4 }).map((json) => Buffer.from(json)),
  fc.json({ maxDepth: 3 }).map((json) => Buffer.from(`{"data":${json}}`)),
  fc
    .array(
      fc.dictionary(
        fc.constantFrom('event_name', 'event_time', 'user_data', '__proto__', 'constructor'),
        fc.jsonValue(),
      ),
      { maxLength: 3 },
    )
    .map((data) => Buffer.from(JSON.stringify({ data }))),
  fc.json({ maxDepth: 3 }).map((json) => Buffer.from(`batch=${encodeURIComponent(`[${json}]`)}`)),
  fc.constantFrom(gzipSync(good), deflateSync(good), gzipSync(good).subarray(0, 40), gzipSync(Buffer.alloc(2 ** 20))),
  fc
    .constantFrom('5\r\nhello\r\n0\r\n\r\n', 'ffffffffffffffffff\r\n', '5;x=y\r\nhel\r\n', '-1\r\n\r\n', 'g\r\n')
    .map(bytes),
  junk,
);

type Parts = {
  method: string;
  path: string;
  type: string;
  headers: string[];
  body: Buffer;
  host: string;
  version: string;
};

const partsTo = (path: fc.Arbitrary<string>, host: fc.Arbitrary<string>): fc.Arbitrary<Parts> =>
  fc.record({
    method,
    path,
    type: contentType,
    headers: fc.array(header, { maxLength: 4 }),
    body,
    host,
    version: fc.oneof(
      { weight: 12, arbitrary: fc.constant('HTTP/1.1') },
      fc.constantFrom('HTTP/1.0', 'HTTP/2.0', 'HTTP/9', 'HTP/1.1', ''),
    ),
  });

function assemble({ method: verb, path: to, type, headers, body: content, host, version }: Parts): Buffer {
  const hasLength = headers.some((line) => /^(?:content-length|transfer-encoding)/i.test(line));
  const lines = [
    `${verb} ${to} ${version}`,
    ...[host, type === '' ? '' : `Content-Type: ${type}`].filter((line) => line !== ''),
    ...(hasLength ? [] : [`Content-Length: ${content.length}`]),
    ...headers,
  ];
  return Buffer.concat([bytes(`${lines.join('\r\n')}\r\n\r\n`), content]);
}

const changes = fc.array(fc.record({ at: fc.nat(), to: fc.integer({ min: 0, max: 255 }) }), { maxLength: 6 });
const shape = fc.constantFrom<'whole' | 'whole' | 'cut' | 'changed' | 'twice'>(
  'whole',
  'whole',
  'cut',
  'changed',
  'twice',
);

const spoiled = (parts: fc.Arbitrary<Parts>) =>
  fc.tuple(parts, changes, shape, fc.nat()).map(([request, places, how, at]) => {
    const whole = assemble(request);
    if (how === 'cut') return whole.subarray(0, at % (whole.length + 1));
    if (how === 'twice') return Buffer.concat([whole, whole]);
    if (how === 'changed') for (const { at: place, to } of places) whole[place % whole.length] = to;
    return whole;
  });

const hostOf = (usual: string) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(`Host: ${usual}`) },
    fc.constantFrom('', 'Host: evil.example', 'Host: a\r\nHost: b'),
  );

const hostile = spoiled(partsTo(endpointPath, hostOf('localhost')));

export function hostileRequests(seed: number, count: number): Buffer[] {
  return fc.sample(hostile, { seed, numRuns: count });
}

/** What a proxy is asked for: whole addresses, and CONNECT to hosts of every kind; `site` is one that answers. */
const proxyPath = (site: string) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.webPath({ size: 'small' }).map((path) => `http://${site}${path}`) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom('/tr/?id=1&ev=Lead', '/tr/', '/v25.0/1/events')
        .map((path) => `http://www.facebook.com${path}`),
    },
    fc.constantFrom(
      'http://',
      'http:///x',
      `http://${site}`,
      `http://u:p@${site}/`,
      `http://${site}/\xff`,
      `HTTP://${site}/..//%2e%2e/`,
      'http://127.0.0.1:0/',
      'http://127.0.0.1:99999/',
      'http://[::1/',
      'http://[::ffff:127.0.0.1]:1/',
      'http://0:1/',
      'http://localhost.:1/',
      'https://www.facebook.com/tr/',
      'ftp://x/',
      'www.facebook.com:443',
      'www.facebook.com:99999',
      '127.0.0.1:1',
      ':443',
      '[::1]:1',
      'a:b:c',
    ),
    endpointPath,
  );

/** To the front door; `inTunnel` makes those that come behind a CONNECT to a host of Meta's, in TLS. */
export function hostileProxyRequests(
  seed: number,
  count: number,
  { site, inTunnel }: { site: string; inTunnel: boolean },
) {
  const path = inTunnel
    ? fc.oneof(fc.constantFrom('/tr/?id=1&ev=Lead', '/tr/', '/v25.0/1/events'), endpointPath)
    : proxyPath(site);
  return fc.sample(spoiled(partsTo(path, hostOf(inTunnel ? 'www.facebook.com' : site))), { seed, numRuns: count });
}
