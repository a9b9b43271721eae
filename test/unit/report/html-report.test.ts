/** The report as a page: everything in it, nothing from elsewhere, nothing of a site's that could act. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { parseFilter } from '../../../shared/filter/parse.ts';
import { htmlReport } from '../../../shared/report/html/html-report.ts';
import { narrow } from '../../../shared/view/narrow-report.ts';
import { browserEvent, serverEvent, visitor } from '../../support/events.ts';
import { hostileSource, reportSource } from '../../support/report-source.ts';

const mismatch = () =>
  reportSource([
    browserEvent({ id: 'b1', fbc: 'fb.1.1795496100000.IwARclick' }),
    serverEvent({ id: 's1', eventId: '1001' }),
    browserEvent({ id: 'b2', role: 'automatic', eventName: 'SubscribedButtonClick' }),
  ]);
const page = (source = mismatch(), reveal = false) => htmlReport(source, { reveal });
/** What a person reads. */
const textOf = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

it('tells the headline, the fix, both sides of a pair and where its copies come from', () => {
  const text = textOf(page());
  expect(text).toMatch(/2 Meta would count 1 action happened \+1 too many/);
  expect(text).toMatch(/Fix Build the id in one place/);
  expect(text).toMatch(/event_id order-1001 1001 Differs/);
  expect(text).toMatch(/b1 browser event, sent; 10:00:00\.000; shop\.har , capture 1/);
  expect(text).toMatch(/1 event in no pair/);
});

it('masks what identifies a visitor after it was compared, unless revealed', () => {
  expect(page()).not.toMatch(new RegExp(`${visitor.em.slice(0, 12)}|123456789012345678|IwARclick|203\\.0\\.113\\.7`));
  expect(textOf(page())).toMatch(/Same on both sides.*em 62a1…/);
  expect(page(mismatch(), true)).toContain(visitor.em);
  expect(textOf(page(mismatch(), true))).toMatch(/Handle this page like customer data/);
});

it('says that it shows a part, where it was narrowed', () => {
  const reading = parseFilter('issue:id');
  if (!reading.ok) throw new Error(reading.fault.message);
  const part = narrow(mismatch(), { filter: { text: 'issue:id <x>', query: reading.filter }, since: 0, until: null });
  expect(textOf(page(part))).toMatch(/shows only pairs that match issue:id &lt;x&gt; from 1970-01-01 00:00:00 UTC on/);
  expect(textOf(page())).not.toMatch(/shows only pairs/);
});

it('needs no script and no other file, and its policy allows its one style sheet alone', () => {
  const html = page();
  const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(html).toContain(
    `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
  );
  expect(html).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\sstyle=|url\(|@import|\son\w+=/i);
  expect([...html.matchAll(/href="([^"]*)"/g)].every(([, target]) => target?.startsWith('#'))).toBe(true);
});

it('shows a hostile text as text: no element, attribute or change of direction comes of it', () => {
  const html = page(hostileSource());
  expect(html).not.toContain('<script');
  expect(html).not.toMatch(/[\u202A-\u202E\u2066-\u2069\0]/);
  expect(html).toContain('[U+202E]gnp.exe');
  expect(html).toContain('&lt;/td&gt;&lt;script&gt;');
  const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, name]) => name));
  expect([...new Set([...page().matchAll(/<\/?([a-z0-9]+)/g)].map(([, name]) => name))]).toEqual(
    expect.arrayContaining([...tags]),
  );
});

it('a text without end is cut, with the number of what is left out', () => {
  const html = page(reportSource([browserEvent({ id: 'b1', url: `https://shop.example/${'x'.repeat(1_000_000)}` })]));
  expect(html.length).toBeLessThan(100_000);
  expect(textOf(html)).toMatch(/\d+ more characters/);
});

it('the same source gives the same bytes', () => {
  expect(page()).toBe(page());
});
