/**
 * How this place writes numbers and times. Reports are written the same everywhere; a window sets what its reader is
 * used to, once at its start and when the reader changes it.
 */

type Display = {
  /** BCP 47. */
  locale: string;
  /** IANA name; undefined: the machine's own zone. */
  timeZone: string | undefined;
};

let display: Display = { locale: 'en-GB', timeZone: undefined };

export function setDisplay(change: Partial<Display>): void {
  display = { ...display, ...change };
}

export function displayNow(): Display {
  return display;
}
