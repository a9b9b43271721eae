/** client_ip_address is one that no visitor on the internet has. */
import { stripSuffix } from '../../meta/cookies.ts';
import { sortOfAddress } from '../../meta/ip-address.ts';
import { remembering } from '../../meta/remembered.ts';
import { quote, type Rule } from '../rule.ts';

/** Visitors come again, and so does a proxy that puts itself in their place. */
const sortOf = remembering((ip) => sortOfAddress(stripSuffix(ip)));

/** Who tries a shop on their own machine is its visitor too. */
const here = (address: string) =>
  sortOf(address) === 'a loopback address' ? ' A shop that you run and visit on one machine always shows it.' : '';

export const keyIpPrivate: Rule = {
  code: 'key.ip-private',
  severity: 'error',
  title: 'client_ip_address is not the visitor’s',
  eventsManager: 'Server events are sending invalid client_ip_address',
  source: 'Meta: Customer information parameters; RFC 1918, 3927, 4193, 4291, 6598',
  confidence: 'high',
  check({ server }) {
    const faulty = server.filter(({ ip }) => ip !== null && sortOf(ip) !== 'public');
    const ip = faulty[0]?.ip ?? null;
    if (ip === null) return null;
    const address = stripSuffix(ip);
    return {
      detail: `client_ip_address is ${quote(address)}, ${sortOf(ip)}: it belongs to a proxy, a container or the server itself. Meta finds nobody by it, and it contradicts the Pixel’s copy.${here(address)}`,
      fix: `Take the visitor’s address from what the outermost proxy adds, the first public address of X-Forwarded-For or CF-Connecting-IP: setClientIpAddress(ip), user_data.client_ip_address; in Express set “trust proxy”.`,
      events: faulty,
      server: address,
    };
  },
};
