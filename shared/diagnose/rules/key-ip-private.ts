/** client_ip_address is one that no visitor on the internet has. */
import { stripSuffix } from '../../meta/cookies.ts';
import { sortOfAddress } from '../../meta/ip-address.ts';
import { remembering } from '../remembering.ts';
import { quote, type Rule } from '../rule.ts';

const sortOf = remembering(1000, sortOfAddress);

export const keyIpPrivate: Rule = {
  code: 'key.ip-private',
  severity: 'error',
  title: 'client_ip_address is not the visitor’s',
  eventsManager: 'Server events are sending invalid client_ip_address',
  source: 'Meta: Customer information parameters; RFC 1918, 3927, 4193, 4291, 6598',
  confidence: 'high',
  check({ server }) {
    const faulty = server.flatMap((event) => {
      const address = event.ip === null ? null : stripSuffix(event.ip);
      const sort = address === null ? 'public' : sortOf(address);
      return address === null || sort === 'public' ? [] : [{ event, address, sort }];
    });
    const [first] = faulty;
    if (first === undefined) return null;
    return {
      detail: `client_ip_address is ${quote(first.address)}, ${first.sort}: it belongs to a proxy, a container or the server itself. Meta finds nobody by it, and it contradicts the Pixel’s copy.`,
      fix: `Take the visitor’s address from what the outermost proxy adds, the first public address of X-Forwarded-For or CF-Connecting-IP: setClientIpAddress(ip), user_data.client_ip_address; in Express set “trust proxy”.`,
      events: faulty.map(({ event }) => event),
      server: first.address,
    };
  },
};
