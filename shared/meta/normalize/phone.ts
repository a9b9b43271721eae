/** Phone numbers before hashing. Meta: digits only, no leading zeros, country code included. */
import type { FieldForms } from './field-forms.ts';

/** Calling codes; of those with a common beginning the longest is meant. */
const callingCodes = new Set(
  (
    '1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 ' +
    '86 90 91 92 93 94 95 98 211 212 213 216 218 220 221 222 223 224 225 226 227 228 229 230 231 232 233 234 235 236 ' +
    '237 238 239 240 241 242 243 244 245 246 248 249 250 251 252 253 254 255 256 257 258 260 261 262 263 264 265 266 ' +
    '267 268 269 290 291 297 298 299 350 351 352 353 354 355 356 357 358 359 370 371 372 373 374 375 376 377 378 379 ' +
    '380 381 382 383 385 386 387 389 420 421 423 500 501 502 503 504 505 506 507 508 509 590 591 592 593 594 595 596 ' +
    '597 598 599 670 672 673 674 675 676 677 678 679 680 681 682 683 685 686 687 688 689 690 691 692 850 852 853 855 ' +
    '856 880 886 960 961 962 963 964 965 966 967 968 970 971 972 973 974 975 976 977 992 993 994 995 996 998'
  ).split(' '),
);

export const callingCodeList: readonly string[] = [...callingCodes];

/** `(0)` between country code and number is the trunk prefix as people print it; it is not dialled. */
const printedTrunk = /\(0\)/;

function digits(raw: string): string | null {
  return raw.replace(/\D/g, '').replace(/^0+/, '') || null;
}

export const phone: FieldForms = {
  documented: (raw) => digits(isInternational(raw) ? raw.replace(printedTrunk, '') : raw),
  parameterBuilder: digits,
  /** Older SDKs and the WooCommerce plugin keep dots and a leading 00; PHP drops the 00 but not the dots. */
  sdks(raw) {
    const kept = raw.replace(/[\s\-()+a-z]/gi, '') || null;
    return [kept, kept?.replace(/^00/, '') || null];
  },
  /** Without digits the script hashes the letters as they are. */
  pixel: (raw) => [digits(raw) ?? (raw.trim().toLowerCase() || null)],
};

/** Written with a plus sign or 00: the country code is in it. */
export function isInternational(raw: string): boolean {
  return /^\s*\(?\s*(?:\+|00)/.test(raw);
}

/** The country code that digits without leading zeros begin with, and the rest; null where there is none. */
export function splitCallingCode(number: string): { code: string; national: string } | null {
  for (const length of [3, 2, 1]) {
    const code = number.slice(0, length);
    if (callingCodes.has(code)) return { code, national: number.slice(length) };
  }
  return null;
}
