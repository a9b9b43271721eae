/** One cause is told once: which finding explains which other, in the same pair or over many of them. */

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
  ['dup.browser-twins', ['dup.two-installs']],
  ['dup.server-twins', ['dup.browser-twins']],
  ['dup.browser-repeat', ['dup.two-installs']],
  ['id.missing-browser', ['id.misplaced']],
  ['id.missing-server', ['id.misplaced']],
  ['id.missing-both', ['id.misplaced']],
  ['time.server-first', idCauses],
  ['time.outside-window', ['time.too-old', 'time.late']],
  ['time.late', ['time.too-old', 'time.clock-offset']],
  ['time.too-old', ['time.wrong-unit', 'time.clock-offset']],
  ['time.future', ['time.wrong-unit', 'time.clock-offset']],
  ['key.missing-fbp', ['key.none']],
  ['key.missing-fbc', ['key.none']],
  ['key.missing-contact', ['key.none']],
  ['key.differs', ['key.unhashed', 'key.bad-hash', 'key.not-normalized']],
  ['key.fbp-differs', ['key.fbp-malformed']],
  ['key.fbc-differs', ['key.fbc-malformed']],
  ['delivery.rejected', ['request.invalid', 'key.unhashed']],
  ['content.value-differs', ['content.value-invalid', 'content.currency-differs']],
  ['content.order-differs', ['content.value-invalid', 'content.currency-invalid']],
  ['coverage.server-missing', ['delivery.rejected', 'time.silence']],
  ['coverage.browser-missing', ['time.silence']],
  ['id.reused', ['content.order-differs']],
  [
    'request.invalid',
    [
      'request.missing-action-source',
      'time.wrong-unit',
      'time.too-old',
      'content.value-missing',
      'content.value-invalid',
      'key.unhashed',
      'key.none',
    ],
  ],
]);

/** The code among `present` that explains `code`; null where it stands for itself. */
export function causeOf(code: string, present: ReadonlySet<string>): string | null {
  return causes.get(code)?.find((cause) => cause !== code && present.has(cause)) ?? null;
}
