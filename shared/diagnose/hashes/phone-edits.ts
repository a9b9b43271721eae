/** The ways in which sites get a phone number wrong before they hash it. */
import { splitCallingCode } from '../../meta/normalize/phone.ts';
import type { Edit } from './edit.ts';

/** All work on digits with country code; a formatted number is left to the value as it was typed. */
export const phoneEdits: readonly Edit[] = [
  { form: '+ kept', words: 'with its + sign', make: (text) => [`+${text}`] },
  { form: 'leading zeros', words: 'with zeros in front', make: (text) => [`00${text}`, `0${text}`, `000${text}`] },
  { form: 'country code missing', words: 'without its country code', make: (text) => national(text, (rest) => [rest]) },
  {
    form: 'trunk prefix',
    words: 'with the trunk zero in place of its country code',
    make: (text) => national(text, (rest) => [`0${rest}`]),
  },
  {
    form: 'trunk prefix after the country code',
    words: 'with the trunk zero left behind its country code',
    make: (text) => national(text, (rest, code) => [`${code}0${rest}`]),
  },
  {
    form: 'country code twice',
    words: 'with its country code twice',
    make: (text) => national(text, (_, code) => [`${code}${text}`]),
  },
  {
    form: 'separators kept',
    words: 'with spaces, dashes or brackets in it',
    make: (text) => [
      ...national(text, (rest, code) => [`${code} ${rest}`, `${code}-${rest}`]),
      ...[' ', '-', '.'].flatMap((mark) => grouped(text, mark)),
    ],
  },
  { form: 'as a decimal', words: 'as a decimal number', make: (text) => [`${text}.0`] },
];

function national(number: string, make: (rest: string, code: string) => string[]): string[] {
  const split = /^\d+$/.test(number) ? splitCallingCode(number) : null;
  return split === null ? [] : make(split.national, split.code);
}

/** Groups as people write them: `650-555-1212`, `(650) 555-1212`, with and without the country code. */
function grouped(number: string, mark: string): string[] {
  return national(number, (rest, code) => {
    if (rest.length !== 10) return [];
    const [area, office, line] = [rest.slice(0, 3), rest.slice(3, 6), rest.slice(6)];
    const plain = [area, office, line].join(mark);
    const round = [`(${area}) ${office}${mark}${line}`, `(${area})${office}${mark}${line}`];
    return [plain, ...round].flatMap((text) => [
      text,
      `${code}${mark}${text}`,
      `+${code}${mark}${text}`,
      `+${code} ${text}`,
    ]);
  });
}
