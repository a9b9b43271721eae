/** Times as exports write them, in the zone that they tell, that was set, or that has to be assumed. */
import type { OrderTiming } from '../model/order.ts';

/** Which of two numbers before the year is the day. */
export type DayPlace = 'day-first' | 'month-first';

export type TimeStyle = {
  dayPlace: DayPlace;
  /** Minutes east of UTC at a wall-clock time; null where no zone was set. */
  zone: ZoneOffset | null;
};

/** Minutes east of UTC for a wall-clock time, given as if it were UTC. */
export type ZoneOffset = (wallMs: number) => number;

export type ReadTime = { at: number; timing: OrderTiming };

type Clock = { year: number; month: number; day: number; time: string; rest: string };

const numericDate = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})(?:[,\sT]+(.*))?$/;
const isoDate = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[,\sT]+(.*))?$/;
const namedDay = /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})\.?\s+([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})(?:,?\s+(?:at\s+)?(.*))?$/;
const namedMonth =
  /^(?:[A-Za-z]{3,9},?\s+)?([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(?:at\s+)?(.*))?$/;
const clockTime = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AaPp]\.?[Mm]\.?)?\s*(.*)$/;
const zoneText = /^(?:Z|UTC|GMT|(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d{2})?)$/i;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Null where the text is no time. */
export function readOrderTime(text: string, style: TimeStyle): ReadTime | null {
  const trimmed = text.trim();
  if (/^\d{10}(?:\.\d+)?$/.test(trimmed)) return { at: Math.round(Number(trimmed) * 1000), timing: 'exact' };
  if (/^\d{13}$/.test(trimmed)) return { at: Number(trimmed), timing: 'exact' };
  const date = readDate(trimmed, style.dayPlace);
  return date === null ? null : atClock(date, style.zone);
}

function readDate(text: string, dayPlace: DayPlace): Clock | null {
  const iso = isoDate.exec(text);
  if (iso) return clock([iso[1], iso[2], iso[3]], iso[4]);
  const numeric = numericDate.exec(text);
  if (numeric) {
    const [, first, second, year] = numeric;
    const [day, month] = dayPlace === 'day-first' ? [first, second] : [second, first];
    return clock([year?.length === 2 ? `20${year}` : year, month, day], numeric[4]);
  }
  const day = namedDay.exec(text);
  if (day) return clock([day[3], monthNumber(day[2]), day[1]], day[4]);
  const named = namedMonth.exec(text);
  return named ? clock([named[3], monthNumber(named[1]), named[2]], named[4]) : null;
}

function monthNumber(name = ''): string {
  return String(months.indexOf(name.toLowerCase()) + 1);
}

function clock([year, month, day]: (string | undefined)[], time = ''): Clock | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return m >= 1 && m <= 12 && d >= 1 && d <= 31 ? { year: y, month: m, day: d, time: time.trim(), rest: '' } : null;
}

function atClock({ year, month, day, time }: Clock, zone: ZoneOffset | null): ReadTime | null {
  const midnight = Date.UTC(year, month - 1, day);
  if (time === '') return { at: midnight - minutes(zone, midnight), timing: 'day' };
  const parts = clockTime.exec(time);
  if (parts === null) return null;
  const [, hour, minute, second = '0', fraction = '0', half, rest = ''] = parts;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  const wallMs =
    midnight +
    ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000 +
    Math.floor(Number(`0.${fraction}`) * 1000);
  if (hours > 23 || Number(minute) > 59) return null;
  if (rest.trim() === '')
    return { at: wallMs - minutes(zone, wallMs), timing: zone === null ? 'zone-assumed' : 'exact' };
  const told = zoneText.exec(rest.trim());
  return told === null ? null : { at: wallMs - toldOffset(told) * 60_000, timing: 'exact' };
}

function minutes(zone: ZoneOffset | null, wallMs: number): number {
  return (zone?.(wallMs) ?? 0) * 60_000;
}

function toldOffset([, sign, hours = '0', rest = '0']: RegExpExecArray): number {
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(rest));
}

/**
 * Day or month first, by the texts of one column: a number above 12 decides; else the reading in which the orders lie
 * closer together. `isCertain` false where both readings are alike.
 */
export function dayPlaceOf(texts: readonly string[]): { dayPlace: DayPlace; isCertain: boolean } {
  const dates = texts.flatMap((text) => numericDate.exec(text.trim()) ?? []).filter((each) => each !== undefined);
  if (dates.length === 0) return { dayPlace: 'day-first', isCertain: true };
  const found = texts.flatMap((text) => {
    const parts = numericDate.exec(text.trim());
    return parts ? [[Number(parts[1]), Number(parts[2])] as const] : [];
  });
  if (found.some(([first]) => first > 12)) return { dayPlace: 'day-first', isCertain: true };
  if (found.some(([, second]) => second > 12)) return { dayPlace: 'month-first', isCertain: true };
  if (texts.some((text) => /\.\d{1,2}\.\d{2,4}/.test(text))) return { dayPlace: 'day-first', isCertain: true };
  const [dayFirst, monthFirst] = (['day-first', 'month-first'] as const).map((dayPlace) => spanOf(texts, dayPlace));
  if (dayFirst === monthFirst) return { dayPlace: 'month-first', isCertain: false };
  return { dayPlace: (dayFirst ?? 0) < (monthFirst ?? 0) ? 'day-first' : 'month-first', isCertain: true };
}

function spanOf(texts: readonly string[], dayPlace: DayPlace): number {
  const times = texts.flatMap((text) => readOrderTime(text, { dayPlace, zone: null })?.at ?? []);
  return (
    times.reduce((high, at) => Math.max(high, at), -Infinity) - times.reduce((low, at) => Math.min(low, at), Infinity)
  );
}

/** A zone by its name in the tz database, `UTC`, or `+02:00`. Null where there is no such zone. */
export function readZone(name: string): ZoneOffset | null {
  const told = zoneText.exec(name.trim());
  if (told !== null) return () => toldOffset(told);
  const format = zoneFormat(name.trim());
  if (format === null) return null;
  const offsetAt = (ms: number) => (wallClock(format, ms) - ms) / 60_000;
  // Twice: the offset at the wall clock's own moment, not at the same numbers in UTC.
  return (wallMs) => offsetAt(wallMs - offsetAt(wallMs) * 60_000);
}

function zoneFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    const numeric = 'numeric' as const;
    return new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone, hourCycle: 'h23', year: numeric, month: numeric, day: numeric },
      ...{ hour: numeric, minute: numeric, second: numeric },
    });
  } catch {
    return null;
  }
}

/** The wall clock's numbers, as if they were UTC. */
function wallClock(format: Intl.DateTimeFormat, ms: number): number {
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const parts = format.formatToParts(new Date(ms));
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}
