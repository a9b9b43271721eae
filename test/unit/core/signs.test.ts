/** What is no event and still tells something reaches the rules: from a recording's call to the finding. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPipeline } from '../../../electron/core/pipeline.ts';
import { createBook } from '../../../electron/core/session-book.ts';
import type { BrowserCallFact, Fact } from '../../../shared/model/fact.ts';
import type { Finding } from '../../../shared/model/finding.ts';
import { browserCall } from '../../support/browser-call.ts';

const at = Date.UTC(2026, 10, 24, 10);
const configUrl = 'https://connect.facebook.net/signals/config/1234567890?v=2.9.252&r=stable';
const loaderUrl = 'https://connect.facebook.net/en_US/fbevents.js';
const pageViewUrl = 'https://www.facebook.com/tr/?id=1234567890&ev=PageView&dl=https%3A%2F%2Fshop.example%2F';

const call = (key: string, own: Partial<BrowserCallFact> & { url: string }): BrowserCallFact => ({
  ...browserCall({ method: 'GET', body: null, contentType: null, at, ...own }),
  key,
});

const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);

function codesOf(...facts: Fact[]): string[] {
  const pipeline = createPipeline();
  pipeline.take(facts);
  return codes(pipeline.findings());
}

describe('calls for the script', () => {
  it('that a blocker stopped are told', () => {
    expect(codesOf(call('l', { url: loaderUrl, status: null, error: 'net::ERR_BLOCKED_BY_CLIENT' }))).toEqual([
      'delivery.script-missing',
    ]);
  });

  it('that failed, as was learned later, are told', () => {
    const loader = call('l', { url: loaderUrl });
    const answer: Fact = {
      kind: 'call-answer',
      input: 0,
      place: loader.place,
      call: 'l',
      at,
      status: 503,
      error: null,
    };
    expect(codesOf(loader)).toEqual([]);
    expect(codesOf(loader, answer)).toEqual(['delivery.script-missing']);
  });

  it('for a configuration, without an event after it, are told with what the console said', () => {
    const text = '[fbpixel] 1234567890 is unavailable. Go to Events Manager to learn more';
    const line: Fact = {
      kind: 'page',
      input: 0,
      place: 'page 1',
      at,
      page: 'https://shop.example/',
      what: 'console',
      text,
    };
    const pipeline = createPipeline();
    pipeline.take([call('c', { url: configUrl }), line]);
    expect(pipeline.findings()).toMatchObject([{ code: 'delivery.silent', pair: null }]);
    expect(pipeline.findings()[0]?.detail).toContain(text);
  });
});

describe('a recording that goes on', () => {
  beforeEach(() => vi.useFakeTimers({ now: at }));
  afterEach(() => vi.useRealTimers());

  function record(...facts: Fact[]) {
    const told: Finding[] = [];
    const book = createBook({
      file: null,
      keepFacts: false,
      onChanges: ({ findings }) => void told.push(...findings),
      onNotice: () => undefined,
    });
    const { sink } = book.openInput('proxy', 'Proxy');
    void sink.add(facts);
    return { told, sink, book };
  }

  it('says that the Pixel is silent two seconds after its configuration, though nothing more comes', () => {
    const { told } = record(call('c', { url: configUrl }));
    vi.advanceTimersByTime(1900);
    expect(codes(told)).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(codes(told)).toEqual(['delivery.silent']);
  });

  it('says nothing where the event comes within two seconds', () => {
    const { told, sink } = record(call('c', { url: configUrl }));
    vi.advanceTimersByTime(1500);
    void sink.add([call('e', { url: pageViewUrl, at: at + 1500 })]);
    vi.advanceTimersByTime(60_000);
    expect(codes(told)).toEqual([]);
  });

  it('waits for nothing once it is closed', () => {
    const { book } = record(call('c', { url: configUrl }));
    book.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});
