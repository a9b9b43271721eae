/** Calls of a server to Meta that stand in a HAR, and what of a HAR is never kept. */
import { describe, expect, test } from 'vitest';
import { readEntries as read, readOne, startedDateTime, url } from '../../support/read-har.ts';

const formType = 'application/x-www-form-urlencoded';

const header = (name: string, value: string) => ({ name, value });

describe('calls of servers in a recording', () => {
  const body = '{"data":[{"event_name":"Purchase","event_time":1}],"access_token":"EAAsecret0123456789abcdefgh"}';
  const call = {
    startedDateTime,
    request: {
      method: 'POST',
      url: 'https://graph.facebook.com:443/v26.0/12/events?access_token=EAAsecret0123456789abcdefgh',
      headers: [header('User-Agent', 'fbbizsdk-php-v25.0.1')],
      postData: { mimeType: 'application/json', text: body },
    },
    response: {
      status: 200,
      content: { encoding: 'base64', text: Buffer.from('{"events_received":1}').toString('base64') },
    },
  };

  test('a Graph call is a server record with its answer, and without its token', async () => {
    const { facts } = await read([call]);
    expect(facts).toEqual([
      {
        kind: 'server-record',
        input: 0,
        place: 'entry 1',
        key: '0:entry 1',
        form: 'request',
        at: Date.parse(startedDateTime),
        url: 'https://graph.facebook.com:443/v26.0/12/events',
        contentType: 'application/json',
        body: '{"data":[{"event_name":"Purchase","event_time":1}],"access_token":"REDACTED"}',
        bodyCharset: 'utf8',
        bodyState: 'whole',
        userAgent: 'fbbizsdk-php-v25.0.1',
        delivery: 'forwarded',
      },
      {
        kind: 'server-answer',
        input: 0,
        place: 'entry 1',
        record: '0:entry 1',
        at: null,
        status: 200,
        body: '{"events_received":1}',
      },
    ]);
  });

  test('a gateway\u2019s ingress is one too, and its access key is cut out', async () => {
    const request = {
      method: 'POST',
      url: 'https://gw.example/capi/12/events',
      postData: { mimeType: 'application/json', text: '{"data":[],"accessKey":"s3cret-key"}' },
    };
    const { facts } = await read([{ request, response: { status: 202 } }]);
    expect(facts.map(({ kind }) => kind)).toEqual(['server-record', 'server-answer']);
    expect(JSON.stringify(facts)).not.toContain('s3cret-key');
  });

  test('a payload in the query is the body, without the token beside it', async () => {
    const request = {
      method: 'POST',
      url: 'https://graph.facebook.com/12/events?data=%5B%5D&access_token=EAAsecret0123456789abcdefgh',
    };
    const { facts } = await read([{ request, response: {} }]);
    expect(facts).toMatchObject([
      { url: 'https://graph.facebook.com/12/events', body: 'data=%5B%5D&access_token=REDACTED' },
    ]);
  });

  test('a call without an answer keeps the error in its place', async () => {
    const { facts } = await read([{ ...call, response: { status: 0, _error: 'net::ERR_CONNECTION_REFUSED' } }]);
    expect(facts[1]).toMatchObject({ status: null, body: 'net::ERR_CONNECTION_REFUSED' });
  });
});

test('no token of a Pixel call or of its page is kept', async () => {
  const { facts } = await readOne({
    url: `${url}?id=1&ev=Lead&dl=https%3A%2F%2Fshop.example%2F%3Faccess_token%3Dabcdef123456`,
    headers: [header('Referer', 'https://shop.example/?access_token=abcdef123456')],
    postData: { mimeType: formType, text: 'client_secret=abcdef123456' },
  });
  expect(JSON.stringify(facts)).not.toContain('abcdef123456');
});
