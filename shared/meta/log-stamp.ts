/** Reads the time that a log tool wrote before a line: ISO 8601, an epoch number, or syslog's date without a year. */
import type { TimeMs } from '../model/fact.ts';
import { readTime } from './record-context.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const syslogTime = /^([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?$/;
const yearMs = 365.25 * 24 * 3600 * 1000;

/**
 * Milliseconds since the epoch; null where it is no time. RFC 3164 tells neither year nor zone: UTC is taken, and the
 * year that brings the time closest to `near`, the time of an event in the line; without it there is no telling.
 */
export function readStamp(stamp: string | null, near: TimeMs | null): TimeMs | null {
  if (stamp === null) return null;
  const parts = syslogTime.exec(stamp);
  if (parts === null) return readTime(stamp);
  const [, name = '', day, hours, minutes, seconds, fraction = ''] = parts;
  const month = months.indexOf(name);
  if (month === -1 || near === null) return null;
  const inYear = (year: number) =>
    Date.UTC(year, month, Number(day), Number(hours), Number(minutes), Number(seconds)) +
    Number(fraction.slice(0, 3).padEnd(3, '0'));
  const around = Math.floor(near / yearMs) + 1970;
  const [closest = null] = [around - 1, around, around + 1]
    .map(inYear)
    .sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
  return closest;
}
