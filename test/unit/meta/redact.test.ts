/** What must be cut out of captured text, in which notations, and what must stay. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasToken, redactText, redactUrl } from '../../../shared/meta/redact.ts';

const CANARY = 'Canary7Tok3n_zQ9';
const NAMES = ['access_token', 'accessToken', 'accessKey', 'appsecret_proof', 'client_secret', 'fb_exchange_token'];

/** Each writes one secret the way some tool does. */
const NOTATIONS: Record<string, (name: string, secret: string) => string> = {
  query: (name, secret) => `https://graph.facebook.com/v25.0/1/events?a=1&${name}=${secret}&b=2`,
  form: (name, secret) => `${name}=${secret}&data=%5B%5D`,
  json: (name, secret) => JSON.stringify({ [name]: secret, after: 'kept' }),
  'json list': (name, secret) => JSON.stringify({ [name]: [secret], after: 'kept' }),
  'pretty json': (name, secret) => JSON.stringify({ [name]: secret, after: 'kept' }, null, 2),
  'json in json': (name, secret) => JSON.stringify({ body: JSON.stringify({ [name]: secret, after: 'kept' }) }),
  'json three deep': (name, secret) =>
    JSON.stringify(JSON.stringify(JSON.stringify({ [name]: secret, after: 'kept' }))),
  'encoded json': (name, secret) => `body=${encodeURIComponent(JSON.stringify({ [name]: secret, after: 'kept' }))}&x=1`,
  'form-encoded json': (name, secret) =>
    new URLSearchParams({ body: JSON.stringify({ [name]: secret }, null, 1) }).toString(),
  'query in query': (name, secret) => `next=${encodeURIComponent(`https://g/1/events?${name}=${secret}&after=kept`)}`,
  'encoded twice': (name, secret) => `n=${encodeURIComponent(encodeURIComponent(`${name}=${secret}&after=kept`))}`,
  'curl form': (name, secret) => `curl -F 'data=[]' -F '${name}=${secret}' https://g/1/events`,
  'curl form, quoted value': (name, secret) => `curl -F ${name}="${secret}" -F 'data=[]'`,
  multipart: (name, secret) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${secret}\r\n--b--`,
  'multipart with length': (name, secret) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Length: 16\r\n\r\n${secret}\r\n--b--`,
  'multipart in json': (name, secret) => JSON.stringify({ body: `name="${name}"\r\n\r\n${secret}\r\n--b--` }),
  'har parameter': (name, secret) => JSON.stringify({ params: [{ name, value: secret }] }),
  python: (name, secret) => `{'${name}': '${secret}', 'after': 'kept'}`,
  'php print_r': (name, secret) => `Array\n(\n    [${name}] => ${secret}\n    [after] => kept\n)`,
  'php serialize': (name, secret) => `a:1:{s:${name.length}:"${name}";s:16:"${secret}";}`,
  assignment: (name, secret) => `${name} = ${secret}\nafter = kept`,
};

const HEADERS: Record<string, (secret: string) => string> = {
  header: (secret) => `POST / HTTP/1.1\r\nAuthorization: Bearer ${secret}\r\nHost: g\r\n`,
  'lower case': (secret) => `authorization: bearer ${secret}\n`,
  oauth: (secret) => `Authorization: OAuth ${secret}\n`,
  bare: (secret) => `Authorization: ${secret}\n`,
  json: (secret) => JSON.stringify({ authorization: `Bearer ${secret}`, after: 'kept' }),
  'json in json': (secret) => JSON.stringify({ r: JSON.stringify({ Authorization: [`Bearer ${secret}`] }) }),
  curl: (secret) => `curl -H 'Authorization: Bearer ${secret}' https://g/`,
  'raw headers': (secret) => JSON.stringify(['Host', 'g', 'Authorization', `Bearer ${secret}`]),
  encoded: (secret) => `h=Authorization%3A%20Bearer%20${secret}&x=1`,
};

describe.each(Object.entries(NOTATIONS))('%s', (_notation, write) => {
  test.each(NAMES)('%s is cut and everything around it stays', (name) => {
    expect(hasToken(write(name, CANARY))).toBe(true);
    expect(redactText(write(name, CANARY))).toBe(write(name, 'REDACTED'));
  });
  test('a value that is already cut is not a token', () => {
    expect(hasToken(write('access_token', 'REDACTED'))).toBe(false);
  });
});

test.each(Object.entries(HEADERS))('the Authorization header is cut: %s', (_notation, write) => {
  expect(redactText(write(CANARY))).toBe(write('REDACTED'));
  expect(hasToken(write(CANARY))).toBe(true);
  expect(hasToken(write('REDACTED'))).toBe(false);
});

const TOKEN = 'EAABsbCS1iHgBAOZC7ZCZBexample0123456789';
test.each([`"${TOKEN}"`, ` ${TOKEN} `, `%3D${TOKEN}%26`, `line\\n${TOKEN}\\n`])(
  'a bare Meta token is cut: %s',
  (text) => {
    expect(redactText(text)).toBe(text.replace(TOKEN, 'REDACTED'));
  },
);

test('a click id that holds EAA inside stays whole', () => {
  const url = 'https://shop.example/?fbclid=IwZXh0bgNhZW0CMTEAAR0abcdefghijklmnopqrstuvwxyz0123456789';
  expect(redactText(url)).toBe(url);
  expect(hasToken(url)).toBe(false);
});

test.each([
  'access_token=&data=[]',
  '{"access_token":null,"client_secret":"","accessKey":"***"}',
  'the access_token was refused; authorization is missing; the bearer of this letter',
  '{"access_token_expires":1765875600}',
  '{"error":{"type":"OAuthException","code":190,"message":"Malformed access token"}}',
])('text without a secret stays as it is: %s', (text) => {
  expect(redactText(text)).toBe(text);
  expect(hasToken(text)).toBe(false);
});

test('a number in a secret place is cut and the text stays JSON', () => {
  expect(redactText('{"accessKey": 12345678, "after": 1}')).toBe('{"accessKey": "REDACTED", "after": 1}');
});

test('an escaped quote inside the value does not end it', () => {
  const text = JSON.stringify({ client_secret: `a"${CANARY}\\"${CANARY}`, after: 'kept' });
  expect(redactText(text)).toBe('{"client_secret":"REDACTED","after":"kept"}');
});

test('the password of an address is cut', () => {
  expect(redactUrl('https://me:secret1@host.example/a')).toBe('https://me:REDACTED@host.example/a');
});

const noise = fc.string({
  unit: fc.constantFrom('a', '"', "'", '\\', '&', '=', ':', ' ', '\n', '{', '[', '%', '2', '5', 'é'),
});
test('no token survives between any other characters, and cutting twice changes nothing', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9_-]{8,40}$/).map((text) => `zQ9${text}7`);
  const written = fc.tuple(
    fc.constantFrom(...Object.values(NOTATIONS)),
    fc.constantFrom(...NAMES),
    secret,
    noise,
    noise,
  );
  fc.assert(
    fc.property(written, ([write, name, value, before, after]) => {
      const once = redactText(before + write(name, value) + after);
      expect(once).not.toContain(value);
      expect(redactText(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});
