/** The window's words stand in renderer/texts/, where a translator finds all of them; numbers are the locale's. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets of source are searched.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { displayNow, setDisplay } from '../../shared/view/display.ts';
import { formatDuration } from '../../shared/view/duration.ts';
import { formatBytes } from '../../shared/view/format-bytes.ts';
import { formatDay } from '../../shared/view/format-clock.ts';
import { formatPercent } from '../../shared/view/format-number.ts';
import { formatMoney } from '../../shared/view/money.ts';
import { formatCount } from '../../shared/view/plural.ts';
import { findTexts } from '../support/find-texts.ts';

const root = resolve(import.meta.dirname, '../..');

/** No language: the same wherever the window is read. A new entry needs to be one of these kinds. */
const exempt = new Set([
  // The name.
  'Twinlane',
  // Keys, as keyboards and the DOM call them.
  ...['Esc', 'Alt', 'Ctrl', 'Enter', 'Home', 'End'],
  // Samples of what is typed into a field.
  ...['shop.example', 'pixel.shop.example', 'shop.test', '/var/log/shop/capi.log', '.twinlane', 'Europe/Berlin'],
  ...['https://shop.example/capi-log?since={since}', 'Authorization: Bearer env:SHOP_TOKEN', 'env:NAME'],
  // What the browser and our own data are asked for.
  ...['(prefers-color-scheme: dark)', 'input.field, textarea', 'Files', 'match keys', 'cell-mono mono'],
]);

const files = readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
  .map((name) => `renderer/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('renderer/texts/'));

const sourceOf = (file: string) => readFileSync(join(root, file), 'utf8');

it('no file of the view has words of its own: they stand in renderer/texts/', () => {
  const found = files.flatMap((file) =>
    findTexts(file, sourceOf(file), exempt).map(({ line, text }) => `${file}:${line} ${text}`),
  );
  expect(found).toEqual([]);
});

describe('the search for words', () => {
  it.each([
    ['between tags', '<p>Nothing found</p>', 'Nothing found'],
    ['between tags, one word in small letters', '<p>{count} of {all}</p>', 'of'],
    ['over several lines', '<p>\n  A long\n  sentence.\n</p>', 'A long sentence.'],
    ['in braces', "<p>{'pairs'}</p>", 'pairs'],
    ['in either branch of a choice', "<p>{isOpen ? open : 'closed'}</p>", 'closed'],
    ['behind a condition', "<p>{isOpen && 'open'}</p>", 'open'],
    ['with something put in', '<p>{`${count} pairs`}</p>', '… pairs'],
    ['put together', "<p>{count + ' pairs'}</p>", 'pairs'],
    ['in a label', '<button aria-label="close" />', 'close'],
    ['in a title that is chosen', "<b title={isOpen ? 'close' : label} />", 'close'],
    ['in a placeholder', '<input placeholder={`find ${what}`} />', 'find …'],
    ['in a prop with another name', '<Stage name="counted by Meta" />', 'counted by Meta'],
    ['in a record', "const words = { open: 'Open', shut: words.shut };", 'Open'],
    ['in a property', "const column = { title: 'gap' };", 'gap'],
    ['told by an action', "tell('Link copied.');", 'Link copied.'],
    ['joined to a list', "amounts.join(' and so on ');", 'and so on'],
    ['written into the page', "button.textContent = 'again';", 'again'],
  ])('finds a text %s', (_where, snippet, text) => {
    expect(findTexts('snippet.tsx', `\n${snippet}`, exempt).map((each) => each.text)).toEqual([text]);
  });

  it('tells the line of what it finds', () => {
    const source = 'const a = 1;\nconst b = (\n  <p className="quiet">\n    Hello there\n  </p>\n);';
    expect(findTexts('snippet.tsx', source, exempt)).toEqual([{ line: 4, text: 'Hello there' }]);
  });

  it.each([
    ["import { one } from './one two.ts';"],
    ["type Look = 'Quiet' | 'Strong one';"],
    ["const isUp = event.key === 'ArrowUp' || name === 'Purchase';"],
    ["switch (kind) { case 'Page load': break; }"],
    ['const row = <p className="button small" key={`row ${id}`} id="pair row" role="status">{texts.list.label}</p>;'],
    ['const sign = <path d="M 3 8 h 9" />;'],
    ["const order = ['time', 'event'];"],
    ["const acts = { 'pair open': open, keys: ['Page Down'] };"],
    ["throw new Error('This cannot be.');"],
    ['const name = <b>Twinlane</b>;'],
  ])('leaves alone what no person reads: %s', (snippet) => {
    expect(findTexts('snippet.tsx', snippet, exempt)).toEqual([]);
  });
});

describe('numbers, times and money', () => {
  const before = displayNow();
  afterEach(() => setDisplay(before));

  it('are written by shared/view/ alone, which knows the locale and the zone', () => {
    const strays = files.flatMap((file) =>
      sourceOf(file)
        .split('\n')
        .flatMap((line, index) =>
          /\.toLocale|\.toFixed|\bIntl\.|(?<!dateTime=\{new Date\(\w+\))\.toISOString/.test(line)
            ? [`${file}:${index + 1} ${line.trim()}`]
            : [],
        ),
    );
    expect(strays).toEqual([]);
  });

  it.each([
    ['en-GB', ['12,345', '2.4 s', '67%', '4.1 MB', 'EUR 1,234.50', '24 Nov 2026, 10:02']],
    ['de-DE', ['12.345', '2,4 s', '67 %', '4,1 MB', '1.234,50 EUR', '24. Nov. 2026, 10:02']],
  ])('are as %s writes them', (locale, wanted) => {
    setDisplay({ locale, timeZone: 'UTC' });
    const at = Date.UTC(2026, 10, 24, 10, 2);
    const written = [
      formatCount(12_345),
      formatDuration(2400),
      formatPercent(0.67),
      formatBytes(4_100_000),
      formatMoney(1234.5, 'EUR'),
      formatDay(at),
    ];
    expect(written.map((text) => text.replace(/\s/g, ' '))).toEqual(wanted);
  });
});
