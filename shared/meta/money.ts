/** Value and currency as Meta takes them: a number of at least 0, an ISO 4217 code. */
import type { Json } from '../model/json.ts';

/**
 * Active ISO 4217 codes of money that people pay with (funds, metals and test codes left out). The Pixel's own list
 * is shorter and warns about some of these although Meta accepts them.
 */
const currencies = new Set(
  (
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP ' +
    'CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF ' +
    'IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD ' +
    'MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB ' +
    'RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD ' +
    'UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG'
  ).split(' '),
);

/** The amount; null where it is not a number of at least 0 in the form that Meta reads (no comma, no currency sign). */
export function readAmount(value: Json | undefined): number | null {
  if (typeof value === 'number') return value >= 0 && Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || !/^\s*\d+(?:\.\d*)?(?:e[+-]?\d+)?\s*$|^\s*\.\d+\s*$/i.test(value)) return null;
  return Number(value);
}

/** The amount that a person meant: also reads `12,50`, `€ 12.50`, `1.299,00`. Null where there is none. */
export function readAmountLoosely(value: Json | undefined): number | null {
  const exact = readAmount(value);
  if (exact !== null || typeof value !== 'string') return exact;
  const digits = value.replace(/[^\d.,-]/g, '');
  const decimal = /[.,](?=\d{1,2}$)/.exec(digits);
  const whole = (decimal === null ? digits : digits.slice(0, decimal.index)).replace(/[.,]/g, '');
  const amount = Number(decimal === null ? whole : `${whole}.${digits.slice(decimal.index + 1)}`);
  return whole === '' || !Number.isFinite(amount) ? null : amount;
}

export function isCurrencyCode(value: Json | undefined): boolean {
  return typeof value === 'string' && currencies.has(value.trim().toUpperCase());
}

/** True where a parameter was given at all: not absent, null or empty. */
export function isGiven(value: Json | undefined): value is Exclude<Json, null> {
  return value !== undefined && value !== null && value !== '';
}
