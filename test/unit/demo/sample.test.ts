/** The sample session is what the shop's code plays, and tells the story that a new user is to see. */
import { describe, expect, it } from 'vitest';
import { readBrowserCallLine } from '../../../electron/core/capture/browser-ndjson.ts';
import { createPipeline } from '../../../electron/core/pipeline.ts';
import { sampleSession } from '../../../electron/demo/sample/sample-session.ts';
import { playSample } from '../../../electron/demo/sample/story.ts';
import type { Fact } from '../../../shared/model/fact.ts';

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');

function logFact(line: string, index: number): Fact {
  const place = `line ${index + 1}`;
  return {
    ...{ kind: 'server-record', form: 'log', input: 1, place, key: `1:${place}`, url: null, contentType: null },
    ...{ at: Number(/"time":(\d+)/.exec(line)?.[1]), body: line, bodyCharset: 'utf8', bodyState: 'whole' },
    ...{ userAgent: null, delivery: 'logged' },
  } as Fact;
}

function judgeSample() {
  const { browser, server } = sampleSession();
  const calls = linesOf(browser).flatMap((line, index) => readBrowserCallLine(line, `line ${index + 1}`, 0).facts);
  const pipeline = createPipeline();
  pipeline.take([...calls, ...linesOf(server).map(logFact)]);
  return pipeline;
}

describe('the sample session', () => {
  it('is the one that make-sample writes', async () => {
    const played = await playSample();
    const { browser, server } = sampleSession();
    expect(linesOf(browser).map((line) => JSON.parse(line))).toEqual(played.browser);
    expect(linesOf(server).map((line) => JSON.parse(line))).toEqual(played.server);
  });

  it('shows fourteen pairs with every verdict', () => {
    const verdicts = judgeSample()
      .pairs()
      .map(({ verdict }) => verdict);
    const count = (one: string) => verdicts.filter((verdict) => verdict === one).length;
    expect(verdicts).toHaveLength(14);
    expect(['deduplicated', 'fallback', 'double-counted', 'browser-only', 'server-only'].map(count)).toEqual([
      10, 1, 1, 1, 1,
    ]);
  });

  it('shows the ten findings of its story', () => {
    const codes = judgeSample()
      .findings()
      .map(({ code }) => code);
    expect([...new Set(codes)].sort()).toEqual([
      'content.value-differs',
      'coverage.server-missing',
      'delivery.aborted',
      'dup.browser-repeat',
      'dup.double-counted',
      'id.mismatch',
      'id.missing-browser',
      'key.missing-contact',
      'key.missing-fbc',
      'time.late',
    ]);
  });

  it('holds copies and automatic events, which stay outside the pairs', () => {
    const roles = judgeSample()
      .events()
      .map(({ role }) => role);
    expect(roles).toContain('copy');
    expect(roles).toContain('automatic');
  });

  it('names nobody real and no access token', () => {
    const { browser, server } = sampleSession();
    const hosts = new Set([...(browser + server).matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host));
    expect([...hosts].filter((host) => !host?.endsWith('.example')).sort()).toEqual([
      'graph.facebook.com',
      'l.facebook.com',
      'www.facebook.com',
    ]);
    expect(server).not.toContain('access_token');
  });
});
