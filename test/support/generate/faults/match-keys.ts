/** What the server tells of the visitor, missing or spoilt. */
import { createHash } from 'node:crypto';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { type ActionKind, copiesOf, type Draft } from '../draft.ts';
import type { Fault, Part } from '../fault.ts';
import { clickId } from '../random.ts';
import { makeVisitor, sha256Hex } from '../visitor.ts';

const withContact: readonly ActionKind[] = ['Purchase', 'Lead', 'CompleteRegistration'];

type KeyFault = Pick<Fault, 'name' | 'codes'> & {
  part: Part;
  set(user: JsonObject, draft: Draft): void;
} & Partial<Pick<Fault, 'tolerated' | 'only' | 'weakens' | 'touches'>>;

function keyFault({ part, set, ...fault }: KeyFault): Fault {
  return { touches: [part], ...fault, apply: (draft) => set(copiesOf(draft).capi.userData, draft) };
}

function setEmail(name: string, code: string, spell: (draft: Draft) => string): Fault {
  return keyFault({
    name: `em ${name}`,
    codes: [code],
    tolerated: ['key.differs', 'request.invalid', 'privacy.plain-pii'],
    part: 'em',
    set: (user, draft) => {
      user.em = [spell(draft)];
    },
  });
}

/** Gives the visitor a click id on both sides, and returns it. */
function comeByAd(draft: Draft): string {
  const { pixel, capi } = copiesOf(draft);
  const fbc = `fb.1.${pixel.load.openedAt - 5000}.${clickId(draft.random)}`;
  pixel.fbc = fbc;
  capi.userData.fbc = fbc;
  return fbc;
}

function changeClickId(name: string, change: (fbc: string) => string): Fault {
  return keyFault({
    name: `fbc ${name}`,
    codes: ['key.fbc-differs'],
    part: 'fbc',
    set: (user, draft) => {
      user.fbc = change(comeByAd(draft));
    },
  });
}

function withoutContact(draft: Draft): void {
  delete copiesOf(draft).capi.userData.em;
  draft.codes.add('key.missing-contact');
}

export const matchKeyFaults: readonly Fault[] = [
  keyFault({
    name: 'empty user_data',
    codes: ['key.none', 'key.missing-fbp'],
    tolerated: ['key.missing-ip', 'key.missing-user-agent', 'key.missing-contact', 'request.invalid'],
    part: 'user-data',
    touches: ['user-data', 'em', 'fbp', 'fbc', 'ip', 'user-agent'],
    weakens: true,
    set: (user, draft) => {
      for (const key of Object.keys(user)) delete user[key];
      copiesOf(draft).pixel.fbc = null;
    },
  }),
  keyFault({
    name: 'a combination that Meta refuses',
    codes: ['key.none', 'key.missing-fbp'],
    tolerated: ['key.missing-ip', 'key.missing-user-agent', 'key.missing-contact', 'request.invalid'],
    part: 'user-data',
    touches: ['user-data', 'em', 'fbp', 'fbc', 'ip', 'user-agent'],
    weakens: true,
    set: (user, draft) => {
      for (const key of Object.keys(user)) delete user[key];
      Object.assign(user, { ct: [sha256Hex('berlin')], country: [sha256Hex('de')] });
      user.client_user_agent = draft.visitor.userAgent;
      copiesOf(draft).pixel.fbc = null;
    },
  }),
  keyFault({
    name: 'no IP address',
    codes: ['key.missing-ip'],
    part: 'ip',
    set: (user) => {
      delete user.client_ip_address;
    },
  }),
  keyFault({
    name: 'no user agent',
    codes: ['key.missing-user-agent'],
    tolerated: ['request.invalid'],
    part: 'user-agent',
    set: (user) => {
      delete user.client_user_agent;
    },
  }),
  keyFault({
    name: 'no fbp',
    codes: ['key.missing-fbp'],
    part: 'fbp',
    weakens: true,
    set: (user) => {
      delete user.fbp;
    },
  }),
  keyFault({
    name: 'no fbc beside the Pixel’s',
    codes: ['key.missing-fbc'],
    part: 'fbc',
    set: (user, draft) => {
      comeByAd(draft);
      delete user.fbc;
    },
  }),
  keyFault({
    name: 'no fbc beside the cookie',
    codes: ['key.missing-fbc'],
    part: 'fbc',
    set: (user, draft) => {
      const { pixel } = copiesOf(draft);
      pixel.cookieFbc = comeByAd(draft);
      pixel.fbc = null;
      delete user.fbc;
    },
  }),
  {
    name: 'no fbc beside fbclid in the URL',
    codes: ['key.missing-fbc'],
    touches: ['fbc', 'page'],
    only: ['Lead', 'AddToCart', 'InitiateCheckout'],
    apply(draft) {
      const { pixel, capi } = copiesOf(draft);
      pixel.load.url = `${pixel.load.url}?fbclid=${clickId(draft.random)}`;
      for (const send of draft.around) send.fbc = null;
      pixel.fbc = null;
      delete capi.userData.fbc;
    },
  },
  {
    name: 'neither e-mail nor phone',
    codes: [],
    touches: ['em'],
    only: withContact,
    weakens: true,
    apply: withoutContact,
  },
  setEmail('in plain text', 'key.unhashed', ({ visitor }) => visitor.email),
  setEmail('of an empty text', 'key.bad-hash', () => sha256Hex('')),
  setEmail('of "null"', 'key.bad-hash', () => sha256Hex('null')),
  setEmail('of "undefined"', 'key.bad-hash', () => sha256Hex('undefined')),
  setEmail('hashed twice', 'key.bad-hash', ({ visitor }) => sha256Hex(visitor.em)),
  setEmail('as MD5', 'key.bad-hash', ({ visitor }) => createHash('md5').update(visitor.email).digest('hex')),
  setEmail('as SHA-1', 'key.bad-hash', ({ visitor }) => createHash('sha1').update(visitor.email).digest('hex')),
  keyFault({
    name: 'em of somebody else',
    codes: ['key.differs'],
    part: 'em',
    weakens: true,
    set: (user, draft) => {
      user.em = [makeVisitor(draft.random, copiesOf(draft).pixel.at).em];
    },
  }),
  ...['undefined', '1234567890', 'fb.1.abc.123456789'].map((fbp) =>
    keyFault({
      name: `fbp is ${fbp}`,
      codes: ['key.fbp-malformed'],
      tolerated: ['key.fbp-differs'],
      part: 'fbp',
      weakens: true,
      set: (user) => {
        user.fbp = fbp;
      },
    }),
  ),
  keyFault({
    name: 'fbc is the bare click id',
    codes: ['key.fbc-malformed'],
    tolerated: ['key.fbc-differs'],
    part: 'fbc',
    set: (user, draft) => {
      user.fbc = comeByAd(draft).split('.')[3] ?? '';
    },
  }),
  keyFault({
    name: 'another fbp',
    codes: ['key.fbp-differs'],
    part: 'fbp',
    weakens: true,
    set: (user, draft) => {
      user.fbp = makeVisitor(draft.random, copiesOf(draft).pixel.at).fbp;
    },
  }),
  changeClickId('in lower case', (fbc) => fbc.toLowerCase()),
  changeClickId('cut', (fbc) => fbc.slice(0, -12)),
  changeClickId('with a new click', (fbc) => `${fbc.split('.').slice(0, 3).join('.')}.IwAR${sha256Hex(fbc)}`),
  ...['10.0.0.17', '192.168.1.20', '127.0.0.1', '172.18.0.5'].map((address) =>
    keyFault({
      name: `IP ${address}`,
      codes: ['key.ip-private'],
      part: 'ip',
      set: (user) => {
        user.client_ip_address = address;
      },
    }),
  ),
  ...['python-requests/2.32.3', 'GuzzleHttp/7', 'axios/1.9.0'].map((agent) =>
    keyFault({
      name: `user agent ${agent}`,
      codes: ['key.user-agent-differs'],
      part: 'user-agent',
      set: (user) => {
        user.client_user_agent = agent;
      },
    }),
  ),
];
