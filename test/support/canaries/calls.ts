/** Every way in which a client may send secrets to Meta: through the proxy, and to the test endpoint. */
import { gzipSync } from 'node:zlib';
import { purchase } from '../capi.ts';
import type { Sending } from '../capture-proxy.ts';
import { evidence, secrets } from './values.ts';

export type CanaryCall = { url: string } & Sending;

const graph = 'https://graph.facebook.com/v25.0/123/events';
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/json' };
const data = (id: string) => [purchase(id, { user_data: { em: [evidence.customerHash.value] } })];
const event = (id: string, more: object = {}) => JSON.stringify({ data: data(id), ...more });
const encoded = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const part = (name: string, value: string) =>
  `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

/** To the Conversions API; the same at the endpoint, with its own address in Graph's place. */
const serverCalls: CanaryCall[] = [
  {
    url: `${graph}?access_token=${secrets.tokenInQuery}&appsecret_proof=${secrets.proofInQuery}`,
    headers: json,
    body: event('query'),
  },
  {
    url: graph,
    headers: json,
    body: event('json', { access_token: secrets.tokenInJson, appsecret_proof: secrets.proofInJson }),
  },
  {
    url: graph,
    headers: form,
    body: `${encoded({ data: JSON.stringify(data('form')) })}&access_token=${secrets.tokenInForm}`,
  },
  {
    url: graph,
    headers: { 'content-type': 'multipart/form-data; boundary=B' },
    body: `${part('data', JSON.stringify(data('multipart')))}${part('access_token', secrets.tokenInMultipart)}--B--\r\n`,
  },
  { url: graph, headers: { ...json, authorization: `Bearer ${secrets.tokenInBearer}` }, body: event('bearer') },
  {
    url: 'https://graph.facebook.com/v25.0/',
    headers: form,
    body: encoded({
      batch: JSON.stringify([
        {
          method: 'POST',
          relative_url: `123/events?access_token=${secrets.tokenInBatch}`,
          body: encoded({ data: JSON.stringify(data('batch')) }),
        },
      ]),
    }),
  },
  {
    url: graph,
    headers: { ...json, 'content-encoding': 'gzip' },
    body: gzipSync(event('gzip', { access_token: secrets.tokenInGzip })),
  },
  { url: graph, headers: json, body: gzipSync(event('hidden', { access_token: secrets.tokenInUndeclaredGzip })) },
  { url: graph, headers: json, body: Buffer.from(event('wide', { access_token: secrets.tokenInUtf16 }), 'utf16le') },
];

export const proxyCalls: CanaryCall[] = [
  ...serverCalls,
  {
    url: `https://www.facebook.com/tr/?id=123&ev=Lead&eid=lead-1&access_token=${secrets.tokenInPixelUrl}&ud[em]=${evidence.plainEmail.value}&fbp=${evidence.fbp.value}`,
    headers: {
      referer: `https://shop.example/?access_token=${secrets.tokenInReferer}&password=${encodeURIComponent(secrets.passwordInAddress)}`,
      authorization: `Basic ${Buffer.from(`jane:${secrets.authorization}`).toString('base64')}`,
      cookie: `fr=${secrets.cookieOfMeta}; _fbp=${evidence.fbp.value}`,
    },
  },
  {
    url: 'https://www.facebook.com/tr/',
    method: 'POST',
    headers: form,
    body: `${encoded({ id: '123', ev: 'Contact', eid: 'c-1', 'ud[em]': evidence.misspeltHash.value, dl: `https://shop.example/?password=${secrets.passwordInAddress}` })}&access_token=${secrets.tokenInPixelBody}`,
  },
  {
    url: 'https://shop.example/login',
    method: 'POST',
    headers: form,
    body: encoded({ password: secrets.loginPassword }),
  },
  {
    url: 'https://first.example/login',
    method: 'POST',
    headers: form,
    body: encoded({ password: secrets.loginPassword }),
  },
].map((call) => ({ method: 'body' in call ? 'POST' : 'GET', ...call }));

export function endpointCalls(endpoint: string): CanaryCall[] {
  const own = serverCalls.map((call) => ({
    method: 'POST',
    ...call,
    url: call.url.replace('https://graph.facebook.com', endpoint),
  }));
  const tokens = { access_token: secrets.endpointToken, appsecret_proof: secrets.endpointProof };
  return [
    ...own,
    {
      url: `${endpoint}/v25.0/123/events`,
      method: 'POST',
      headers: { ...json, authorization: `Bearer ${secrets.endpointBearer}` },
      body: event('endpoint', tokens),
    },
  ];
}
