/** Finds what a person can read of a person in the parameters of a call: where it stands and what it is, never the text. */
import { decodePercent } from '../meta/percent.ts';
import { remembering } from '../meta/remembered.ts';
import { splitUrl } from '../meta/url.ts';
import type { TrackedEvent } from '../model/event.ts';
import type { Json } from '../model/json.ts';

export type PersonalText = {
  /** Name on the wire: `dl`, `event_source_url`, `cd[contact]`; with the parameter where it is in a URL. */
  place: string;
  sort: 'an e-mail address' | 'a phone number' | 'a name';
};

/** In the order in which the parameters stand; customer fields are left to the rules on hashes. */
export function personalTexts(event: TrackedEvent): PersonalText[] {
  const found: PersonalText[] = [];
  const isBrowser = event.side === 'browser';
  addInText(found, isBrowser ? 'dl' : 'event_source_url', event.url ?? '');
  for (const key in event.customData) {
    const value = event.customData[key] ?? null;
    if (mayHold(key, value)) addInJson(found, isBrowser ? `cd[${key}]` : `custom_data.${key}`, value);
  }
  for (const key in event.other) {
    const value = event.other[key] ?? null;
    if (mayHold(key, value) && !notSent.test(key)) addInJson(found, key, value);
  }
  return found.length < 2 ? found : [...new Map(found.map((each) => [`${each.place} ${each.sort}`, each])).values()];
}

/** Most parameters of a call are short numbers and flags under plain names; this is all that is done for them. */
function mayHold(key: string, value: Json): boolean {
  if (typeof value !== 'string') return typeof value === 'object' ? value !== null : sortOfName(key) !== null;
  return value.includes('@') || value.includes('%') || value.includes('/') || sortOfName(key) !== null;
}

/** Customer fields and their shapes, and what the recording knows beside the call. */
const notSent = /^(?:n?cud|a?ud)(?:ff)?\[|cookie$|^user_data$/;

const deepest = 6;

function addInJson(found: PersonalText[], place: string, value: Json, depth = 0): void {
  if (typeof value === 'string') addInText(found, place, value);
  else if (typeof value === 'number') addInText(found, place, String(value));
  else if (depth >= deepest || value === null || typeof value === 'boolean') return;
  else if (Array.isArray(value)) for (const item of value) addInJson(found, place, item, depth + 1);
  else for (const key in value) addInJson(found, `${place}.${key}`, value[key] ?? null, depth + 1);
}

/** What a text must have in it before it is worth a closer look. */
const mayBePersonal = /@|%(?:25)*40|phone|tel|mobile|cell|whatsapp|msisdn|name/i;

function addInText(found: PersonalText[], place: string, text: string): void {
  if (!mayBePersonal.test(text) && sortOfName(place) === null) return;
  if (/^(?:https?:)?\/\//i.test(text)) found.push(...inUrl(place, text));
  else for (const sort of sortsOf(place, text)) found.push({ place, sort });
}

function inUrl(place: string, url: string): PersonalText[] {
  const { path, query } = splitUrl(url);
  const fragment = /#(.*)$/s.exec(url)?.[1] ?? '';
  const pairs = `${query ?? ''}&${fragment}`.split('&').flatMap((pair) => {
    const at = pair.indexOf('=');
    if (at < 0) return [];
    const name = plain(pair.slice(0, at));
    return sortsOf(name, plain(pair.slice(at + 1))).map(
      (sort): PersonalText => ({ place: `${place}, parameter ${name}`, sort }),
    );
  });
  const inPath = hasEmail(plain(path)) ? [{ place: `${place}, path`, sort: 'an e-mail address' } as const] : [];
  return [...pairs, ...inPath];
}

/** Decoded twice: what is passed through two systems often is encoded twice. */
function plain(text: string): string {
  return text.includes('%') || text.includes('+') ? decodePercent(decodePercent(text).text).text : text;
}

const email = /(?<![\w.%+-]|\/\/|mailto:)[\w.%+-]{1,64}@(?:[\w-]+\.)+([a-z]{2,24})(?![\w@-])/gi;
/** `logo@2x.png` and `react@18.js` are names of files. */
const fileEnds = new Set([
  'png',
  'jpg',
  'jpeg',
  'gif',
  'svg',
  'webp',
  'avif',
  'ico',
  'css',
  'js',
  'mjs',
  'map',
  'json',
]);

function hasEmail(text: string): boolean {
  if (!text.includes('@')) return false;
  return [...text.matchAll(email)].some(([, end = '']) => !fileEnds.has(end.toLowerCase()));
}

const phoneName = /(?:^|[._[\s-])(?:phone|tel|telephone|mobile|cell|whatsapp|msisdn)(?:_?(?:number|no|nr))?\]?$/i;
const personName =
  /(?:^|[._[\s-])(?:first_?name|last_?name|full_?name|given_?name|family_?name|fname|lname|surname|customer_?name|billing_?name|shipping_?name)\]?$/i;

function sortsOf(name: string, value: string): PersonalText['sort'][] {
  if (hasEmail(value)) return ['an e-mail address'];
  const sort = sortOfName(name);
  const isMeant = sort === 'a phone number' ? isPhone(value) : sort === 'a name' && isName(value);
  return sort !== null && isMeant ? [sort] : [];
}

/** What a parameter is named for: `phone`, `billingPhone`, `cd[first_name]`; null for other names. */
const sortOfName = remembering((name): PersonalText['sort'] | null => {
  const words = name.replace(/([a-z])([A-Z])/g, '$1_$2');
  if (phoneName.test(words)) return 'a phone number';
  return personName.test(words) ? 'a name' : null;
});

function isPhone(value: string): boolean {
  const digits = value.replace(/\D/g, '').length;
  return /^[\s+()\d./-]+$/.test(value) && digits >= 7 && digits <= 15;
}

/** Not a hash, a template, or a word that stands for nothing. */
function isName(value: string): boolean {
  const text = value.trim();
  if (!/^[\p{L}\p{M}\s.'’,-]{2,60}$/u.test(text)) return false;
  return !/^(?:_removed_|null|undefined|none|nan|true|false|guest|unknown|test|n\/a|redacted)$/i.test(text);
}
