/** What is offered at the cursor of a filter. */
import { expect, it } from 'vitest';
import { complete } from '../../../shared/filter/complete.ts';
import { occurringIn } from '../../../shared/filter/occurring.ts';
import { parseFilter } from '../../../shared/filter/parse.ts';
import { eventRowOf, findingOf, pairOf } from '../../support/view-rows.ts';

const finding = findingOf({ code: 'id.mismatch', pair: 'p1' });
const occurring = occurringIn({
  pairs: [pairOf({ key: 'p1', order: '1001' })],
  events: new Map([
    ['b1', eventRowOf({ id: 'b1', eventName: 'Purchase', url: 'https://shop.example/cart?x=1', keys: ['em', 'fbp'] })],
    ['b2', eventRowOf({ id: 'b2', eventName: 'PageView', keys: ['fbp'] })],
    ['b3', eventRowOf({ id: 'b3', eventName: 'Add to cart', keys: [] })],
    ['b4', eventRowOf({ id: 'b4', eventName: 'PageView', keys: [] })],
  ]),
  findings: new Map([[finding.key, finding]]),
});

/** The text with a bar at the cursor; what is offered, and what choosing the first makes of it. */
function offered(marked: string): { labels: string[]; first: string } {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { from, to, options } = complete(text, cursor, occurring);
  const [first] = options;
  return {
    labels: options.map(({ label }) => label),
    first: first === undefined ? text : text.slice(0, from) + first.insert + text.slice(to),
  };
}

it('a beginning offers the keys that begin so, by any of their names', () => {
  expect(offered('iss|').labels).toEqual(['issue:']);
  expect(offered('gap|').first).toBe('gap>');
  expect(offered('page|').labels).toEqual(['url:', 'event:PageView']);
});

it('an empty field offers every key', () => {
  expect(offered('|').labels).toEqual(expect.arrayContaining(['event:', 'missing:', 'delay>']));
});

it('letters that occur in an event name or code offer the whole term, quoted where it must be', () => {
  expect(offered('pur|').first).toBe('event:Purchase');
  expect(offered('add|').first).toBe('event:"Add to cart"');
  expect(offered('mism|').first).toBe('issue:id.mismatch');
});

it('behind a key the values that occur are offered, the most frequent first', () => {
  expect(offered('event:|').labels).toEqual(['PageView', 'Add to cart', 'Purchase']);
  expect(offered('event:pu|').first).toBe('event:Purchase');
  expect(offered('has:|').labels).toEqual(['fbp', 'em']);
  expect(offered('url:cart|').labels).toEqual(['https://shop.example/cart']);
});

it('choices are offered whether they occur or not', () => {
  expect(offered('verdict:|').labels).toHaveLength(5);
  expect(offered('outcome:b|').labels).toEqual(expect.arrayContaining(['blocked']));
});

it('a term in the middle is completed in its place, behind a minus, a parenthesis or a comma', () => {
  expect(offered('-ev| gap>5s').first).toBe('-event: gap>5s');
  expect(offered('(order:1001 or event:Pa|)').first).toBe('(order:1001 or event:PageView)');
  expect(offered('event:Lead,Pu|').first).toBe('event:Lead,Purchase');
  expect(offered('event:"Add t|').first).toBe('event:"Add to cart"');
});

it('every key that is offered begins a filter that its example makes whole', () => {
  const { options } = complete('', 0, occurring);
  for (const { detail } of options) expect(parseFilter(detail.replace(/^.*, as /, '')).ok, detail).toBe(true);
});
