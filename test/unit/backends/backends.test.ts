/** What is told about connecting servers: pages and data agree, and no line is left with a hole in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { exampleAddresses, fillIn } from '../../../shared/backends/addresses.ts';
import { backends } from '../../../shared/backends/backends.ts';
import { backendPages } from '../../support/backend-pages.ts';

const folder = new URL('../../../docs/backends/', import.meta.url);

it('has written every page from the data: `npm run backend-pages` after a change', () => {
  const written = new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
  expect([...written.keys()].sort()).toEqual([...backendPages().keys()].sort());
  for (const [name, text] of backendPages()) expect(written.get(name), name).toBe(text);
});

it('fills every place of an address, and leaves other braces alone', () => {
  const text = '{endpoint} {endpointAddress} {proxyHost}:{proxyPort} "{certificate}" {other} {} {"a":1}';
  const certificate = '/home/ada/My $& files/ca.pem';
  expect(fillIn(text, { endpoint: 'http://127.0.0.1:7', proxy: 'http://127.0.0.1:8', certificate })).toBe(
    `http://127.0.0.1:7 127.0.0.1:7 127.0.0.1:8 "${certificate}" {other} {} {"a":1}`,
  );
});

test.each(backends.map((backend) => [backend.id, backend] as const))(
  'the lines of %s have addresses for all their places, and each place its own name',
  (id, { ways }) => {
    const snippets = ways.flatMap((way) => way.snippets);
    for (const { text } of snippets) expect(fillIn(text, exampleAddresses)).not.toMatch(/\{[a-zA-Z]+\}/);
    for (const { title, snippets } of ways) {
      const places = snippets.map(({ place }) => place);
      expect(new Set(places).size, title).toBe(places.length);
    }
    expect(id).toMatch(/^[a-z-]+$/);
  },
);

it('says in plain words that nobody can see Shopify’s own server events', () => {
  const shopify = backends.find(({ id }) => id === 'shopify');
  expect(shopify?.summary).toMatch(/Nobody outside can see them/);
});
