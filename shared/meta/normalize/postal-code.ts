/** Postal codes before hashing. Meta: lower case, no spaces, no dash; US five digits; UK area, district and sector. */
import type { FieldForms } from './field-forms.ts';

/** SDKs, Parameter Builder and the script cut at the first dash. */
function cutAtDash(raw: string): string | null {
  const [front = ''] = raw.trim().toLowerCase().replace(/\s/g, '').split('-');
  return front.length >= 2 ? front : null;
}

export const postalCode: FieldForms = {
  documented(raw) {
    const plain = raw.toLowerCase().replace(/[\s-]/g, '');
    const isZipPlusFour = /^\s*\d{5}[\s-]\d{4}\s*$/.test(raw);
    return (isZipPlusFour ? plain.slice(0, 5) : plain) || null;
  },
  parameterBuilder: cutAtDash,
  /** Beside the whole British code its area, district and sector: `SW1A 1AA` as `sw1a1`. */
  sdks(raw) {
    const cut = cutAtDash(raw);
    return [cut, /^[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}$/.test(cut ?? '') ? (cut?.slice(0, -2) ?? null) : null];
  },
  /** A single character passes the script. */
  pixel: (raw) => [raw.trim().toLowerCase().replace(/\s/g, '').split('-')[0] || null],
};
