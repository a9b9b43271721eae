/** Made-up people with the browser that they use: what a shop's two senders know of them. */
import { createHash } from 'node:crypto';
import { clickId, type Random } from './random.ts';

export type Visitor = {
  fbp: string;
  /** Null where the visitor did not come by an ad. */
  fbc: string | null;
  userAgent: string;
  ip: string;
  email: string;
  /** SHA-256 of the normalized address. */
  em: string;
  ph: string;
  externalId: string;
};

const userAgents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Safari/605.1.15',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 15; SM-S931B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
];
const firstNames = ['anna', 'bruno', 'chiara', 'david', 'elif', 'farid', 'greta', 'henri', 'ines', 'jonas'];
const lastNames = ['albers', 'bianchi', 'costa', 'dubois', 'eriksen', 'fischer', 'garcia', 'horvat'];

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** `at`: when the visit begins; cookies are as old as a returning visitor's. */
export function makeVisitor(random: Random, at: number): Visitor {
  const name = `${random.pick(firstNames)}.${random.pick(lastNames)}`;
  const email = `${name}${random.digits(4)}@mail-${random.digits(2)}.example`;
  const firstSeen = at - random.int(1000, 40 * 86_400_000);
  return {
    fbp: `fb.1.${firstSeen}.${random.digits(18)}`,
    fbc: random.chance(0.4) ? `fb.1.${firstSeen + 5}.${clickId(random)}` : null,
    userAgent: random.pick(userAgents),
    ip: publicAddress(random),
    email,
    em: sha256Hex(email),
    ph: sha256Hex(`49${random.digits(10)}`),
    externalId: sha256Hex(`customer-${random.digits(9)}`),
  };
}

/** The same person on another device: another browser and cookie, the same e-mail, phone and customer number. */
export function onAnotherDevice(visitor: Visitor, random: Random, at: number): Visitor {
  const { fbp, fbc, ip } = makeVisitor(random, at);
  const userAgent = random.pick(userAgents.filter((each) => each !== visitor.userAgent));
  return { ...visitor, fbp, fbc, ip, userAgent };
}

/** With a browser that nobody else has: a noscript image tells neither page nor visitor. */
export function withOwnBrowser(visitor: Visitor, random: Random): Visitor {
  const userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.${random.digits(4)}.${random.digits(3)} Safari/537.36`;
  return { ...visitor, userAgent };
}

/** Another person behind the same router. */
export function inSameHousehold(visitor: Visitor, random: Random, at: number): Visitor {
  return { ...makeVisitor(random, at), ip: visitor.ip, userAgent: visitor.userAgent };
}

function publicAddress(random: Random): string {
  if (random.chance(0.2)) return `2a02:8109:${random.hex(4)}:${random.hex(4)}::${random.hex(4)}`;
  return `${random.pick([84, 91, 93, 78, 62])}.${random.int(1, 254)}.${random.int(1, 254)}.${random.int(1, 254)}`;
}
