/** The ways in which sites get a customer field wrong before they hash it, each with the words that tell it. */
import { readDate, two } from '../../meta/normalize/birth-date.ts';
import { countryNames } from '../../meta/normalize/countries.ts';
import { plainLetters } from '../../meta/normalize/name-table.ts';
import type { Edit } from './edit.ts';
import { phoneEdits } from './phone-edits.ts';

const capitals: Edit = {
  form: 'upper case',
  words: 'with upper-case letters',
  make: (text) => [
    text.toUpperCase(),
    text.replace(/^\p{L}/u, (letter) => letter.toUpperCase()),
    text.replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase()),
    text.replace(/(?<=^|[._+-])\p{L}(?=[^@]*@)/gu, (letter) => letter.toUpperCase()),
  ],
};

const whiteSpace: Edit = {
  form: 'white space',
  words: 'with white space around it',
  make: (text) => [` ${text}`, `${text} `, ` ${text} `, `${text}\n`, `${text}\r\n`, `\t${text}`, `${text}\t`],
};

const quotes: Edit = {
  form: 'quotes around it',
  words: 'with quotes or brackets around it',
  make: (text) => [`"${text}"`, `'${text}'`, `<${text}>`, `["${text}"]`, `[${text}]`],
};

const germanPairs: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss' };
const strokes: Record<string, string> = { ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', æ: 'ae', œ: 'oe', ß: 'ss' };

const accents: readonly Edit[] = [
  {
    form: 'accents dropped',
    words: 'without its accents',
    make: (text) => [
      text.normalize('NFD').replace(/\p{M}/gu, ''),
      text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[øØłŁđĐæœß]/g, (letter) => strokes[letter] ?? letter),
      text.replace(/[^\x20-\x7e]/g, ''),
    ],
  },
  {
    form: 'umlauts written out',
    words: 'with umlauts or ß written as two letters',
    make: (text) => [text.normalize('NFC').replace(/[äöüÄÖÜß]/g, (letter) => germanPairs[letter] ?? letter)],
  },
  {
    form: 'decomposed accents',
    words: 'with accents as separate characters (Unicode NFD instead of NFC)',
    make: (text) => [text.normalize('NFD')],
  },
  {
    form: 'broken encoding',
    words: 'with letters that a wrong encoding has broken',
    make: (text) => [
      utf8ReadAsLatin1(text),
      text.replace(/[^\x20-\x7e]/g, '?'),
      text.replace(/[^\x20-\x7e]/g, '\ufffd'),
    ],
  },
];

const encodings: Edit = {
  form: 'still encoded',
  words: 'still encoded for a URL or for HTML',
  make: (text) => [
    encodeURIComponent(text.toWellFormed()),
    encodeURIComponent(text.toWellFormed()).replace(/%20/g, '+'),
    ...['&#39;', '&#039;', '&apos;'].map((entity) => text.replace(/'/g, entity)),
    text.replace(/&/g, '&amp;'),
  ],
};

const inEmail: readonly Edit[] = [
  { form: 'dots removed', words: 'without the dots before the @', make: (text) => [inLocalPart(text, /\./g, '')] },
  { form: '+ tag removed', words: 'without its + tag', make: (text) => [inLocalPart(text, /\+.*/, '')] },
  { form: '+ as space', words: 'with a space for the +', make: (text) => [text.replace(/\+/g, ' ')] },
  { form: 'mailto:', words: 'with mailto: in front', make: (text) => [`mailto:${text}`] },
  {
    form: 'other gmail domain',
    words: 'with googlemail.com for gmail.com, or the other way round',
    make: (text) => [text.replace(/@gmail\./i, '@googlemail.'), text.replace(/@googlemail\./i, '@gmail.')],
  },
];

const inDate: readonly Edit[] = [
  {
    form: 'another date format',
    words: 'in another order or with separators',
    make(text) {
      const date = readDate(text);
      if (date === null) return [];
      const [y, m, d] = [String(date.year), two(date.month), two(date.day)];
      const joined = ['-', '/', '.', ' ', ''].flatMap((mark) =>
        [
          [y, m, d],
          [d, m, y],
          [m, d, y],
          [y, d, m],
          [`${date.day}`, `${date.month}`, y],
          [`${date.month}`, `${date.day}`, y],
        ].map((parts) => parts.join(mark)),
      );
      const times = ['T00:00:00Z', 'T00:00:00.000Z', 'T00:00:00', ' 00:00:00'].map((time) => `${y}-${m}-${d}${time}`);
      return [...joined, ...times, `${y.slice(2)}${m}${d}`, `${d}${m}${y.slice(2)}`, `${m}${d}${y.slice(2)}`];
    },
  },
];

const inPostalCode: readonly Edit[] = [
  { form: 'leading zeros lost', words: 'without its leading zeros', make: (text) => [text.replace(/^0+/, '')] },
  {
    form: 'spaces or dash kept',
    words: 'with a space or dash in it',
    make: (text) =>
      [-3, -4, 2, 3].flatMap((at) => [' ', '-'].map((mark) => `${text.slice(0, at)}${mark}${text.slice(at)}`)),
  },
];

const inCountry: readonly Edit[] = [
  {
    form: 'a name for the code',
    words: 'by its name, where Meta asks for the two-letter code',
    make: (text) => {
      const names = countryNames.get(plainLetters(text)) ?? [];
      return names.flatMap((name) => [
        name,
        name.replace(/ /g, ''),
        name.replace(/(?<=^| )[a-z]/g, (l) => l.toUpperCase()),
      ]);
    },
  },
];

const inState: readonly Edit[] = [
  { form: 'country in front', words: 'with a country code in front', make: (text) => [`us-${text}`, `ca-${text}`] },
];

const inName: readonly Edit[] = [{ form: 'as a decimal', words: 'as a decimal number', make: (text) => [`${text}.0`] }];

const everywhere = [capitals, whiteSpace, quotes, encodings];

/** The likeliest first. Keys that Meta does not know get what may happen to any text. */
const byKey: ReadonlyMap<string, readonly Edit[]> = new Map([
  ['em', [capitals, whiteSpace, ...inEmail, ...accents, quotes, encodings]],
  ['ph', [...phoneEdits, whiteSpace, quotes, encodings]],
  ['fn', [capitals, whiteSpace, ...accents, quotes, encodings]],
  ['ln', [capitals, whiteSpace, ...accents, quotes, encodings]],
  ['ct', [capitals, whiteSpace, ...accents, quotes, encodings]],
  ['st', [capitals, whiteSpace, ...inState, ...accents, quotes, encodings]],
  ['zp', [...inPostalCode, capitals, whiteSpace, quotes, encodings]],
  ['country', [...inCountry, capitals, whiteSpace, quotes, encodings]],
  ['db', [...inDate, whiteSpace, quotes]],
  ['external_id', [capitals, whiteSpace, ...inName, quotes, encodings]],
]);

export function editsOf(key: string): readonly Edit[] {
  return byKey.get(key) ?? everywhere;
}

function inLocalPart(address: string, what: RegExp, by: string): string {
  const at = address.lastIndexOf('@');
  return at < 0 ? address : address.slice(0, at).replace(what, by) + address.slice(at);
}

/** What a text looks like after its UTF-8 bytes were read as Latin-1. */
function utf8ReadAsLatin1(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
