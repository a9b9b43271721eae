/** Reads IP addresses and says whether a visitor on the internet can have them. */

/** What an address is, in words; `public` is the only one that a visitor comes from. */
export type AddressSort =
  | 'public'
  | 'a private network address'
  | 'a loopback address'
  | 'a link-local address'
  | 'an address inside a provider’s network (CGNAT)'
  | 'a unique local address'
  | 'a multicast address'
  | 'an unspecified or reserved address'
  | 'not an IP address';

/**
 * Ranges of RFC 1918, 6598, 3927, 4193 and 4291. Addresses kept for documentation count as public: tests and demos
 * stand for visitors with them. Never throws.
 */
export function sortOfAddress(text: string): AddressSort {
  const address = text
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/%.*$/, '');
  const four = readFour(address);
  if (four !== null) return sortOfFour(four);
  const six = readSix(address);
  return six === null ? 'not an IP address' : sortOfSix(six);
}

type Four = [number, number, number, number];

function readFour(text: string): Four | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  return parts?.every((part) => part <= 255) ? (parts as Four) : null;
}

function sortOfFour([a, b]: Four): AddressSort {
  if (a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168)) return 'a private network address';
  if (a === 127) return 'a loopback address';
  if (a === 169 && b === 254) return 'a link-local address';
  if (a === 100 && b >= 64 && b <= 127) return 'an address inside a provider’s network (CGNAT)';
  if (a >= 224 && a <= 239) return 'a multicast address';
  return a === 0 || a >= 240 ? 'an unspecified or reserved address' : 'public';
}

/** Eight groups of 16 bits; an IPv4 address at the end counts for two. */
function readSix(text: string): number[] | null {
  const four = /^(.*:)([\d.]+\.[\d.]+)$/.exec(text);
  const tail = four ? readFour(four[2] ?? '') : null;
  if (four && tail === null) return null;
  const [a = 0, b = 0, c = 0, d = 0] = tail ?? [];
  const plain = four && tail ? `${four[1]}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}` : text;
  const [left = '', right, more] = plain.split('::');
  if (more !== undefined) return null;
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const [front, back] = [groups(left), groups(right ?? '')];
  const missing = 8 - front.length - back.length;
  if (right === undefined ? missing !== 0 : missing < 1) return null;
  const all = [...front, ...Array<string>(right === undefined ? 0 : missing).fill('0'), ...back];
  return all.every((group) => /^[0-9a-f]{1,4}$/.test(group)) ? all.map((group) => Number.parseInt(group, 16)) : null;
}

function sortOfSix(groups: number[]): AddressSort {
  const [first = 0] = groups;
  const isZero = (count: number) => groups.slice(0, count).every((group) => group === 0);
  const [seventh = 0, eighth = 0] = groups.slice(6);
  const isMapped = isZero(5) && groups[5] === 0xffff;
  if (isMapped) return sortOfFour([seventh >> 8, seventh & 255, eighth >> 8, eighth & 255]);
  if (isZero(7)) return eighth === 1 ? 'a loopback address' : 'an unspecified or reserved address';
  if ((first & 0xffc0) === 0xfe80) return 'a link-local address';
  if ((first & 0xfe00) === 0xfc00) return 'a unique local address';
  return (first & 0xff00) === 0xff00 ? 'a multicast address' : 'public';
}
