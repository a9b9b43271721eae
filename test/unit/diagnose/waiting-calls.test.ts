import { expect, test } from 'vitest';
import { createPipeline } from '../../../electron/core/pipeline.ts';
import type { Fact, PageFact } from '../../../shared/model/fact.ts';
import { browserCall } from '../../support/browser-call.ts';

const page = 'https://shop.example/checkout';
const at = Date.UTC(2026, 10, 24, 9);

function waiting(text: string, seenAt = at): PageFact {
  return { kind: 'page', input: 0, place: 'page 1', at: seenAt, page, what: 'waiting', text };
}

function findingsOf(...facts: Fact[]) {
  const pipeline = createPipeline();
  pipeline.take(facts);
  return pipeline.findings().map(({ code, detail, fix }) => ({ code, detail, fix }));
}

test('a page whose calls wait for a script that it never asked for is told, with the calls', () => {
  const [finding] = findingsOf(waiting('init 1234567890, track PageView'));
  expect(finding).toMatchObject({
    code: 'delivery.script-missing',
    detail: expect.stringContaining('had not asked for fbevents.js two seconds after it was loaded'),
    fix: expect.stringContaining('consent banner'),
  });
  expect(finding?.detail).toContain('init 1234567890, track PageView');
});

test('nothing is said of a page that asked for the script after all, as after a consent banner', () => {
  expect(findingsOf(waiting('track PageView'), waiting('', at + 4000))).toEqual([]);
});

test('a script that was asked for late and then blocked is still told as blocked', () => {
  const loader = browserCall({
    method: 'GET',
    url: 'https://connect.facebook.net/en_US/fbevents.js',
    page,
    at: at + 4000,
    status: null,
    error: 'net::ERR_BLOCKED_BY_CLIENT',
  });
  const codes = findingsOf(waiting('track PageView'), waiting('', at + 4000), loader);
  expect(codes).toMatchObject([
    { code: 'delivery.script-missing', detail: expect.stringContaining('ERR_BLOCKED_BY_CLIENT') },
  ]);
});
