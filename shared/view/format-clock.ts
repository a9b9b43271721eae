/** Points in time as a person reads them: on the clock of the machine, or of the zone that is asked for. */

/** `10:02:41`, or with `withMs` `10:02:41.458`. `timeZone` is an IANA name; the machine's own where left out. */
export function formatClock(
  at: number,
  { timeZone, withMs = false }: { timeZone?: string; withMs?: boolean } = {},
): string {
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return 'no valid time';
  const clock = clockOf(timeZone).format(at);
  return withMs ? `${clock}.${String(((at % 1000) + 1000) % 1000).padStart(3, '0')}` : clock;
}

/** `24 Nov 2026, 10:02`. */
export function formatDay(at: number, timeZone?: string): string {
  const day = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  return day.format(at);
}

const clocks = new Map<string | undefined, Intl.DateTimeFormat>();

function clockOf(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  clocks.set(timeZone, clock);
  return clock;
}
