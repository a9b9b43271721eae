/** Queries, bodies and brackets as they are really sent. */
import { expect, test } from 'vitest';
import { readGroup } from '../../../shared/meta/brackets.ts';
import { readForm, writeForm } from '../../../shared/meta/form.ts';
import { readMultipart } from '../../../shared/meta/multipart.ts';
import { splitUrl } from '../../../shared/meta/url.ts';

const pairs = (text: string) => readForm(text).params.map(({ key, value }) => [key, value]);
const group = (text: string) => readGroup(readForm(text).params, 'cd');

test('order, repeats, empty values and keys without a sign are kept', () => {
  expect(pairs('b=1&a=2&b=3&c=&d&&e==')).toEqual([
    ['b', '1'],
    ['a', '2'],
    ['b', '3'],
    ['c', ''],
    ['d', ''],
    ['e', '='],
  ]);
});

test('plus is a space, and %2B a plus', () => {
  expect(pairs('a=x+y%2Bz')).toEqual([['a', 'x y+z']]);
});

test('a broken escape is kept as written and named, and costs nothing else', () => {
  const read = readForm('a=100%&a=%&b=%C3%A9%E9%zz%20x&c=%f');
  expect(read.params.map(({ value }) => value)).toEqual(['100%', '%', 'é%E9%zz x', '%f']);
  expect(read.damage).toEqual(
    ['a', 'b', 'c'].map((key) => `"${key}" holds a broken percent escape; it is kept as written`),
  );
});

test('what is written is read back, lone surrogates apart', () => {
  const params = [
    { key: 'cd[a b]', value: 'ö & = + %' },
    { key: 'e', value: '' },
  ];
  expect(readForm(writeForm(params))).toEqual({ params, damage: [] });
  expect(writeForm([{ key: 'x', value: '\ud800' }])).toBe('x=%EF%BF%BD');
});

test('brackets make an object, escaped or not, and the last of several values wins', () => {
  expect(group('cd[value]=1&cd%5Bcurrency%5D=EUR&cd[value]=2&value=3&cdx[y]=4')).toEqual({
    value: '2',
    currency: 'EUR',
  });
});

test('nested brackets make nested objects and lists', () => {
  expect(
    group('cd[contents][0][id]=A1&cd[contents][0][quantity]=2&cd[contents][1][id]=B2&cd[ids][]=1&cd[ids][]=2'),
  ).toEqual({
    contents: [{ id: 'A1', quantity: '2' }, { id: 'B2' }],
    ids: ['1', '2'],
  });
});

test('only lists and objects are read as JSON, and a broken one stays text', () => {
  expect(group('cd[a]=25&cd[b]=[1,"2"]&cd[c]={"x":null}&cd[d]=[1,&cd[e]=true&cd[f]="q"')).toEqual({
    a: '25',
    b: [1, '2'],
    c: { x: null },
    d: '[1,',
    e: 'true',
    f: '"q"',
  });
});

test('long ids keep every digit', () => {
  expect(group('cd[content_ids]=[12345678901234567890,1]&cd[x]={"v":1.2345678901234567}')).toEqual({
    content_ids: ['12345678901234567890', 1],
    x: { v: 1.2345678901234567 },
  });
});

test('a key such as __proto__ is a key and nothing else', () => {
  const read = group('cd[__proto__][x]=1&cd[constructor]=2');
  expect(Object.keys(read)).toEqual(['__proto__', 'constructor']);
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
});

test('hostile depth is left alone', () => {
  expect(group(`cd${'[a]'.repeat(5000)}=1`)).toEqual({});
  expect(group(`cd[a]=${'['.repeat(50_000)}`)).toEqual({ a: '['.repeat(50_000) });
});

const part = (name: string, value: string) =>
  `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const body = `${part('id', '1')}${part('cd[text]', 'two\r\nlines --B')}--B--\r\n`;
const whole = [
  { key: 'id', value: '1' },
  { key: 'cd[text]', value: 'two\r\nlines --B' },
];

test.each([
  ['as sent', body, 'multipart/form-data; boundary=B'],
  ['with a quoted boundary', body, 'multipart/form-data; boundary="B"; charset=utf-8'],
  ['without a declared boundary', body, null],
  ['with doubled CR', body.replaceAll('\r\n', '\r\r\n'), 'multipart/form-data; boundary=B'],
  ['with text before the first part', `preamble\r\n${body}`, 'multipart/form-data; boundary=B'],
])('a multipart body is read %s', (_how, text, contentType) => {
  expect(readMultipart(text, contentType)).toEqual({ params: whole, damage: [] });
});

test('bare line ends are read too', () => {
  expect(readMultipart('--B\nContent-Disposition: form-data; name="id"\n\n1\n--B--\n', null).params).toEqual([
    { key: 'id', value: '1' },
  ]);
});

test('a cut tail costs only what is cut, and is named', () => {
  const cut = readMultipart(body.slice(0, body.indexOf('--B--') - 7), 'multipart/form-data; boundary=B');
  expect(cut.params).toEqual([whole[0], { key: 'cd[text]', value: 'two\r\nline' }]);
  expect(cut.damage).toEqual(['the body is cut: its closing boundary is missing']);
});

test.each(['\r', '\r\n', '\r\n-', '\r\n--', '\r\n--B', '\r\n--B-'])(
  'a cut inside the boundary (%j) leaves no rest in the value',
  (tail) => {
    const text = `--B\r\nContent-Disposition: form-data; name="ev"\r\n\r\nLead${tail}`;
    expect(readMultipart(text, 'multipart/form-data; boundary=B').params).toEqual([{ key: 'ev', value: 'Lead' }]);
  },
);

test('a part without a readable header is named and the others are read', () => {
  const read = readMultipart(`--B\r\nnonsense\r\n${part('ev', 'Lead')}--B--`, null);
  expect(read.params).toEqual([{ key: 'ev', value: 'Lead' }]);
  expect(read.damage).toEqual(['part 1 of the multipart body has no readable header']);
});

test('a URL is taken apart whatever it is', () => {
  expect(splitUrl('HTTPS://u:p@Www.Facebook.com.:443/tr/?a=[{"b":1}]&c=d e#f')).toEqual({
    scheme: 'https',
    host: 'www.facebook.com',
    port: '443',
    path: '/tr/',
    query: 'a=[{"b":1}]&c=d e',
  });
  expect(splitUrl('http://[::1]:80').host).toBe('[::1]');
  expect(splitUrl('')).toEqual({ scheme: '', host: '', port: null, path: '/', query: null });
});
