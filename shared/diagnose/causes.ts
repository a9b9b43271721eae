/** One cause is told once: which finding explains which other in the same pair. */

const idCauses = [
  'id.dataset-mismatch',
  'id.name-mismatch',
  'id.automatic',
  'id.misplaced',
  'id.mismatch',
  'id.missing-browser',
  'id.missing-server',
  'id.missing-both',
  'time.outside-window',
];

/** For each code the codes that explain it, the likeliest first. */
const causes: ReadonlyMap<string, readonly string[]> = new Map([
  ['dup.double-counted', idCauses],
  ['id.missing-browser', ['id.misplaced']],
  ['id.missing-server', ['id.misplaced']],
  ['id.missing-both', ['id.misplaced']],
  ['time.server-first', idCauses],
  ['time.outside-window', ['time.late']],
  ['key.missing-fbp', ['key.none']],
  ['key.missing-fbc', ['key.none']],
  ['key.missing-contact', ['key.none']],
  ['key.differs', ['key.unhashed', 'key.bad-hash', 'key.not-normalized']],
  ['key.fbp-differs', ['key.fbp-malformed']],
  ['key.fbc-differs', ['key.fbc-malformed']],
  ['delivery.rejected', ['key.unhashed']],
  ['content.value-differs', ['content.value-invalid', 'content.currency-differs']],
  ['coverage.server-missing', ['delivery.rejected']],
]);

/** The code among `present` that explains `code`; null where it stands for itself. */
export function causeOf(code: string, present: ReadonlySet<string>): string | null {
  return causes.get(code)?.find((cause) => cause !== code && present.has(cause)) ?? null;
}
