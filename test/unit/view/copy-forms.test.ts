/** What is copied works where it is pasted: fbq takes the call, the shell the command, Meta's SDK the code. */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { compareCopies } from '../../../shared/view/compare-copies.ts';
import { curlOfRequest, curlOfServerEvent, shellQuoted } from '../../../shared/view/copy-forms/curl.ts';
import { fbqCall } from '../../../shared/view/copy-forms/fbq-call.ts';
import { nodeSdkCode } from '../../../shared/view/copy-forms/sdk-code.ts';
import { serverPayload } from '../../../shared/view/copy-forms/server-payload.ts';
import { ticketOf } from '../../../shared/view/copy-forms/ticket.ts';
import { browserEvent, serverEvent } from '../../support/events.ts';
import { findingOf, pairOf } from '../../support/view-rows.ts';

const hostile = `o'reilly "x" \\ $(id) \`id\` \n日本`;
const email = '973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b';
const purchase = serverEvent({
  id: 's1',
  eventName: 'Purchase',
  eventId: hostile,
  at: Date.UTC(2026, 10, 24, 10),
  userData: { em: [email], external_id: ['u-1', 'u-2'] },
  customData: {
    value: 49.9,
    currency: 'EUR',
    contents: [{ id: 'mug', quantity: 2, item_price: 24.95 }],
    coupon: 'AUTUMN',
  },
});

test('the fbq call says just what the event says', () => {
  const calls: unknown[][] = [];
  runInNewContext(
    fbqCall(browserEvent({ id: 'b1', eventName: 'Purchase', eventId: hostile, customData: { value: 3 } })),
    {
      fbq: (...args: unknown[]) => calls.push(args),
    },
  );
  expect(JSON.parse(JSON.stringify(calls))).toEqual([
    ['trackSingle', browserEvent({ id: 'b1' }).datasetId, 'Purchase', { value: 3 }, { eventID: hostile }],
  ]);
});

test('a name that Meta does not know is tracked as custom', () => {
  const call = fbqCall(browserEvent({ id: 'b1', eventName: 'Rated', datasetId: null, eventId: null }));
  expect(call).toMatch(/^fbq\('trackCustom', 'Rated', /);
});

test.skipIf(process.platform === 'win32')('a shell gives every quoted text back unchanged', () => {
  for (const text of [hostile, "''", '-n', '!!', '%s']) {
    expect(execFileSync('sh', ['-c', `printf '%s.' ${shellQuoted(text)}`], { encoding: 'utf8' })).toBe(`${text}.`);
  }
});

test('the command for a server event leaves the token to the shell', () => {
  const command = curlOfServerEvent(purchase);
  expect(command).toContain('Bearer $ACCESS_TOKEN');
  expect(command).toContain(`/${purchase.datasetId}/events`);
});

test('a captured call becomes the same call; one without an address becomes none', () => {
  const call = { method: 'POST', url: 'https://www.facebook.com/tr/', contentType: 'text/plain', body: "id=1&ev=It's" };
  expect(curlOfRequest(call)).toBe(
    `curl 'https://www.facebook.com/tr/' \\\n  -H 'Content-Type: text/plain' \\\n  --data-raw 'id=1&ev=It'\\''s'`,
  );
  expect(curlOfRequest({ ...call, url: null })).toBe(null);
});

test("Meta's own SDK makes the same payload of the code", () => {
  const code = nodeSdkCode(purchase).replace(/\nawait [\s\S]*$/, '\nevent.normalize()');
  const made = runInNewContext(code, { require: createRequire(import.meta.url) });
  const { user_data, custom_data, ...own } = serverPayload(purchase);
  expect(JSON.parse(JSON.stringify(made))).toMatchObject({
    ...own,
    custom_data,
    user_data: { em: [email], fbp: purchase.fbp },
  });
  expect(user_data).toMatchObject({ em: [email] });
});

test('a ticket tells what to mend, and nobody by it', () => {
  const browser = browserEvent({ id: 'b1', eventName: 'Purchase', eventId: '1|2', userData: { em: [email] } });
  const text = ticketOf({
    pair: pairOf({ key: 'a', eventName: 'Purchase', verdict: 'double-counted', counted: 2, order: '1001' }),
    events: [browser, purchase],
    comparison: compareCopies(browser, { ...purchase, userData: {} }),
    findings: [findingOf({ code: 'id.mismatch', title: 'Two ids', fix: 'Use one.', detail: `Seen with ${email}.` })],
  });
  expect(text).toContain('### Purchase: Meta counts this twice');
  expect(text).toContain('**Two ids** (`id.mismatch`)');
  expect(text).toContain('1\\|2');
  expect(text).not.toContain(email);
  expect(text).not.toContain(String(browser.fbp));
});
