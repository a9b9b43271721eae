/** Numbers and times as the filter takes them: `100`, `49.90`, `5s`, `1.5m`, `-2s`. */

const unitsMs: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  sec: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** Null where it is not a plain decimal number. */
export function readNumber(text: string): number | null {
  return number.test(text) ? Number(text) : null;
}

/** Milliseconds; null where there is no number or no unit. Only 0 needs no unit. */
export function readDurationMs(text: string): number | null {
  const [, amount = '', unit = ''] = /^(.*?)([a-z]*)$/i.exec(text) ?? [];
  const value = readNumber(amount);
  if (value === null) return null;
  if (unit === '') return value === 0 ? 0 : null;
  const factor = unitsMs[unit.toLowerCase()];
  return factor === undefined ? null : value * factor;
}

/** True where only the unit is still to come, or more of it. */
export function isDurationBegun(text: string): boolean {
  return /^[+-]?(?:\d*\.?\d*)?(?:mi|se)?$/i.test(text);
}
