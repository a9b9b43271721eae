/** Points in time as a person reads them: on the clock of the machine, or of the zone that is asked for. */
import { displayNow } from './display.ts';

/** `10:02:41`, or with `withMs` `10:02:41.458`. `timeZone` is an IANA name; the reader's own where left out. */
export function formatClock(
  at: number,
  { timeZone = displayNow().timeZone, withMs = false }: { timeZone?: string | undefined; withMs?: boolean } = {},
): string {
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return 'no valid time';
  const clock = formatOf('clock', timeZone).format(at);
  return withMs ? `${clock}.${String(((at % 1000) + 1000) % 1000).padStart(3, '0')}` : clock;
}

/** `24 Nov 2026, 10:02`. */
export function formatDay(at: number, timeZone: string | undefined = displayNow().timeZone): string {
  return formatOf('day', timeZone).format(at);
}

/** `UTC`, `Europe/Berlin`: whose clock the times are read on. */
export function zoneName(): string {
  return displayNow().timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

const parts: Record<'clock' | 'day', Intl.DateTimeFormatOptions> = {
  clock: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  day: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};
const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one costs more than a hundred uses of it. */
function formatOf(what: keyof typeof parts, timeZone: string | undefined): Intl.DateTimeFormat {
  const { locale } = displayNow();
  const key = `${what} ${locale} ${timeZone ?? ''}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(locale, { ...parts[what], ...(timeZone !== undefined && { timeZone }) });
  formats.set(key, format);
  return format;
}
