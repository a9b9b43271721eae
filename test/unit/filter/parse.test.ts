/** What a filter's text means, and how one that cannot be read is told. */
import { describe, expect, it } from 'vitest';
import { formatFilter } from '../../../shared/filter/format.ts';
import { parseFilter } from '../../../shared/filter/parse.ts';

function filterOf(text: string) {
  const reading = parseFilter(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.fault.message}`);
  return reading.filter;
}

function faultOf(text: string) {
  const reading = parseFilter(text);
  if (reading.ok) throw new Error(`${text} was read as ${JSON.stringify(reading.filter)}`);
  const { at, end, message, isUnfinished } = reading.fault;
  return { place: text.slice(at, end), at, message, isUnfinished };
}

const field = (name: string, ...values: string[]) => ({
  kind: 'field',
  field: name,
  operator: ':',
  values: values.map((text) => ({ text, isQuoted: false })),
});

describe('a filter is read as', () => {
  it.each([
    ['', { kind: 'all', of: [] }],
    ['   ', { kind: 'all', of: [] }],
    ['purchase', { kind: 'word', text: 'purchase' }],
    ['"two words"', { kind: 'word', text: 'two words' }],
    [
      'a "quote \\" inside"',
      {
        kind: 'all',
        of: [
          { kind: 'word', text: 'a' },
          { kind: 'word', text: 'quote " inside' },
        ],
      },
    ],
    ['event:Purchase', field('event', 'Purchase')],
    ['EVENT_NAME:Purchase', field('event', 'Purchase')],
    ['event=Purchase', field('event', 'Purchase')],
    ['event:Purchase,Lead', field('event', 'Purchase', 'Lead')],
    ['event:"Add, then pay"', { ...field('event'), values: [{ text: 'Add, then pay', isQuoted: true }] }],
    ['verdict:counted-twice', field('verdict', 'double-counted')],
    ['channel:CAPI', field('channel', 'server')],
    ['missing:ip', field('missing', 'client_ip_address')],
    ['gap>5s', { ...field('gap', '5s'), operator: '>' }],
    ['gap:<=1.5m', { ...field('gap', '1.5m'), operator: '<=' }],
    ['-event:PageView', { kind: 'not', of: field('event', 'PageView') }],
    ['not event:PageView', { kind: 'not', of: field('event', 'PageView') }],
    ['-', { kind: 'word', text: '-' }],
    ['https://shop.example/a:b', { kind: 'word', text: 'https://shop.example/a:b' }],
    ['09:05:52', { kind: 'word', text: '09:05:52' }],
    [
      'a or b',
      {
        kind: 'any',
        of: [
          { kind: 'word', text: 'a' },
          { kind: 'word', text: 'b' },
        ],
      },
    ],
    [
      'a AND b',
      {
        kind: 'all',
        of: [
          { kind: 'word', text: 'a' },
          { kind: 'word', text: 'b' },
        ],
      },
    ],
    ['order', { kind: 'word', text: 'order' }],
    ['url:*cart(1)*', field('url', '*cart(1)*')],
  ])('%j', (text, filter) => {
    expect(filterOf(text)).toEqual(filter);
  });

  it('“or” binds less than standing beside each other, and parentheses bind most', () => {
    expect(formatFilter(filterOf('a b or c'))).toBe('a b or c');
    expect(filterOf('a b or c')).toMatchObject({ kind: 'any', of: [{ kind: 'all' }, { kind: 'word' }] });
    expect(filterOf('a (b or c)')).toMatchObject({ kind: 'all', of: [{ kind: 'word' }, { kind: 'any' }] });
    expect(filterOf('-(a b)')).toMatchObject({ kind: 'not', of: { kind: 'all' } });
  });
});

describe('a filter that cannot be read is told with its place:', () => {
  it.each([
    ['event:Purchase gap>5', '5', /gap needs a time such as 5s/, true],
    ['gap>soon event:Lead', 'soon', /gap needs a time such as 5s/, false],
    ['gap:5s', '5s', /compared with > or <, such as gap>5s/, true],
    ['value>much', 'much', /value needs a number, such as value>100/, false],
    ['event>5', '>', /event is not compared: write event:Purchase/, false],
    ['colour:red', 'colour', /no key “colour”.*In quotes/, false],
    ['iss:id', 'iss', /Did you mean issue\?/, false],
    ['verdict:wrong', 'wrong', /verdict is one of deduplicated, .*, not “wrong”/, false],
    ['verdict:ded', 'ded', /verdict is one of/, true],
    ['event:', '', /A value is missing here, such as event:Purchase/, true],
    ['event: Purchase', ' ', /A value is missing/, false],
    ['"open', '"open', /opened and not closed/, true],
    ['(a b', '(', /opened and not closed/, true],
    ['a b)', ')', /closes nothing/, false],
    ['a () b', '()', /nothing between/, false],
    ['a or', 'or', /“or” needs something on both sides/, true],
    ['or a', 'or', /“or” needs something/, false],
  ])('%j', (text, place, message, isUnfinished) => {
    const fault = faultOf(text);
    expect(fault).toMatchObject({ place, isUnfinished });
    expect(fault.message).toMatch(message);
  });

  it('what is nested or written without end is refused, not overflowed', () => {
    expect(faultOf('('.repeat(2000)).message).toMatch(/too deep/);
    expect(faultOf(`${'-'.repeat(2000)}a`).message).toMatch(/too deep/);
    expect(faultOf('a '.repeat(5000)).message).toMatch(/too long/);
  });
});
