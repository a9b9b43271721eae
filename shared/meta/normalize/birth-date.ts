/** Dates of birth before hashing. Meta: YYYYMMDD. */
import { type FieldForms, trimmedLower } from './field-forms.ts';

type DateParts = { year: number; month: number; day: number };

/** Year first, or month and day first; day and month change places where only that makes a date. Null for no date. */
export function readDate(raw: string): DateParts | null {
  const [first = '', second = '', third = ''] = raw.split(/\D+/).filter((part) => part !== '');
  if (second === '') return /^\d{8}$/.test(first) ? parts(first.slice(0, 4), first.slice(4, 6), first.slice(6)) : null;
  if (first.length === 4) return parts(first, second, third);
  return third.length === 4 ? (parts(third, first, second) ?? parts(third, second, first)) : null;
}

function parts(...texts: [string, string, string]): DateParts | null {
  const [year, month, day] = texts.map(Number) as [number, number, number];
  if (texts[1].length > 2 || texts[2].length > 2) return null;
  const isDate = year >= 1800 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return isDate ? { year, month, day } : null;
}

export const two = (number: number): string => String(number).padStart(2, '0');

function compact(raw: string): string | null {
  const date = readDate(raw);
  return date && `${date.year}${two(date.month)}${two(date.day)}`;
}

export const birthDate: FieldForms = {
  documented: compact,
  parameterBuilder: compact,
  sdks: () => [],
  /** `aud` holds the date as typed; so does `ud` where the script cannot read it. */
  pixel: (raw) => [compact(raw), trimmedLower(raw)],
};

/** `dobd` and `dobm`, with a leading zero; what the SDKs refuse gives null. */
export function numberUpTo(most: number): FieldForms {
  const read = (raw: string) =>
    /^\d{1,2}$/.test(raw) && Number(raw) >= 1 && Number(raw) <= most ? two(Number(raw)) : null;
  return { documented: read, parameterBuilder: read, sdks: () => [], pixel: () => [] };
}

const year = (raw: string) => (/^\d{4}$/.test(raw) ? raw : null);

/** `doby`. */
export const birthYear: FieldForms = { documented: year, parameterBuilder: year, sdks: () => [], pixel: () => [] };
