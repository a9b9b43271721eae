/** Examples of match keys that are faulty, differ or are missing. */
import { readFbc, readFbp, stripSuffix } from '../../meta/cookies.ts';
import type { TrackedEvent } from '../../model/event.ts';
import { fbclidIn, referrerOf } from '../click-id-lineage.ts';
import { customerValues, isHashedKey } from '../customer-values.ts';
import { cookieOf } from '../rules/key-missing-fbp.ts';
import {
  alike,
  form,
  keyField,
  type Reader,
  type ShowExample,
  shown,
  together,
  value,
  type Wanted,
} from './example.ts';

const fbp: Reader = { field: 'fbp', group: 'match keys', of: (event) => event.fbp };
const fbc: Reader = { field: 'fbc', group: 'match keys', of: (event) => event.fbc };
const agent: Reader = { field: 'user agent', group: 'match keys', of: (event) => event.userAgent };
const ip: Reader = {
  field: 'client_ip_address',
  group: 'match keys',
  of: (event) => (event.side === 'server' ? event.ip : null),
};

/** What goes into the hash, by an example: the value itself is the visitor's. */
const samples: Record<string, string> = {
  em: 'jane@example.com',
  ph: '4917012345678',
  fn: 'jane',
  ln: 'doe',
  db: '19870412',
  ge: 'f',
  ct: 'berlin',
  st: 'ca',
  zp: '94107',
  country: 'de',
};

function hashForm(key: string): Wanted {
  const sample = samples[key];
  return form(sample === undefined ? '‹the same id on both sides›' : `sha256('${sample}')`);
}

/** Every customer field that is malformed or not normalized. */
export const hashedRight: ShowExample = (example) => {
  const keys = new Set(example.notes.map(({ field }) => field).filter((field) => field !== 'fbp' && field !== 'fbc'));
  return [...keys].flatMap((key) => {
    const isFaulty = (side: string) => example.notes.some((note) => note.field === key && note.side === side);
    return shown(keyField(key), example, {
      ...(isFaulty('browser') && { browser: hashForm(key) }),
      ...(isFaulty('server') && { server: hashForm(key) }),
    });
  });
};

/** Which of two different hashes is right is known to the site alone. */
export const hashedAlike: ShowExample = (example) => {
  const { browser, server } = example;
  if (browser === null || server === null) return [];
  const [left, right] = [customerValues(browser), customerValues(server)];
  const differing = [...left.keys()].filter((key) => {
    const others = right.get(key);
    return others !== undefined && !left.get(key)?.some((hash) => others.includes(hash));
  });
  return differing
    .filter((key) => isHashedKey(key) || key === 'external_id')
    .flatMap((key) => shown(keyField(key), example, { browser: hashForm(key), server: hashForm(key) }));
};

const forms = { fbp: 'fb.1.‹time in ms›.‹random number›', fbc: 'fb.1.‹time in ms›.‹fbclid›' };
/** The id itself is in the address that the click led to; it is the visitor's. */
const clickForm = form('fb.1.‹time of the click in ms›.‹fbclid of the address›');
const cookieForms = { fbp: form(forms.fbp), fbc: form(forms.fbc) };
const cookies = { fbp: { reader: fbp, read: readFbp }, fbc: { reader: fbc, read: readFbc } };

/** The cookie itself, where a copy has it in the right form. */
export function wellFormedCookie(name: 'fbp' | 'fbc'): ShowExample {
  const { reader, read } = cookies[name];
  return (example) => {
    const { browser, server, notes } = example;
    const isFaulty = (side: string) => notes.some((note) => note.field === name && note.side === side);
    const whole = [browser, server].find(
      (event) => event !== null && !isFaulty(event.side) && read(event[name] ?? '').isValid,
    );
    const wanted = whole?.[name] == null ? cookieForms[name] : value(whole[name]);
    return shown(reader, example, {
      ...(isFaulty('browser') && { browser: wanted }),
      ...(isFaulty('server') && { server: wanted }),
    });
  };
}

export const sameFbp = alike({ ...fbp, of: ({ fbp: cookie }) => withoutSuffix(cookie) }, forms.fbp);
const fbcAlike = alike({ ...fbc, of: ({ fbc: cookie }) => withoutSuffix(cookie) }, forms.fbc);

/** The click that led to the page tells the id; without it the copies are to be alike. */
export const sameFbc: ShowExample = (example) => {
  const { browser, server } = example;
  const clicked = browser === null ? null : (fbclidIn(browser.url) ?? fbclidIn(referrerOf(browser)));
  if (clicked === null) return fbcAlike(example);
  const isOther = (event: TrackedEvent | null) => event !== null && event.fbc !== null && !carries(event.fbc, clicked);
  const wanted = clickForm;
  const changed = shown(fbc, example, {
    ...(isOther(browser) && { browser: wanted }),
    ...(isOther(server) && { server: wanted }),
  });
  return changed.length > 0 ? changed : fbcAlike(example);
};

function carries(cookie: string, clickId: string): boolean {
  const read = readFbc(cookie);
  return read.isValid && read.payload === clickId.replace(/\./g, '__DOT__');
}

function withoutSuffix(cookie: string | null): string | null {
  return cookie === null ? null : stripSuffix(cookie);
}

export const fbpOnServer: ShowExample = (example) => {
  const cookie = example.browser?.fbp ?? cookieOf(example.browser?.other['_fbp cookie']);
  return shown(fbp, example, { server: cookie === null ? cookieForms.fbp : value(cookie) });
};

export const fbcOnServer: ShowExample = (example) => {
  const { browser } = example;
  if (browser === null) return [];
  const cookie = browser.fbc ?? cookieOf(browser.other['_fbc cookie']);
  const clickId = fbclidIn(browser.url) ?? fbclidIn(referrerOf(browser));
  const made = clickId === null ? cookieForms.fbc : clickForm;
  return shown(fbc, example, { server: cookie === null ? made : value(cookie) });
};

export const visitorsAddress: ShowExample = (example) =>
  shown(ip, example, { server: form('‹the visitor’s public address›') });

export const visitorsAgent: ShowExample = (example) => {
  const own = example.browser?.userAgent ?? null;
  return shown(agent, example, { server: own === null ? form('‹the visitor’s User-Agent header›') : value(own) });
};

/** What the browser's copy has of them already may be sent along as it is. */
export const contactOnServer: ShowExample = together(...['em', 'ph'].map(onServer));

function onServer(key: string): ShowExample {
  return (example) => {
    const hash = example.browser === null ? null : keyField(key).of(example.browser);
    const isHash = hash !== null && /^[0-9a-f]{64}$/.test(hash);
    return shown(keyField(key), example, { server: isHash ? value(hash) : hashForm(key) });
  };
}

export const somethingToMatch: ShowExample = together(visitorsAddress, visitorsAgent, fbpOnServer, onServer('em'));
