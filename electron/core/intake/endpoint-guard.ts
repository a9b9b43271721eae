/** Who may speak to the test endpoint: programs on this machine, and hosts that the session allows. Never a page. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { GraphAnswerMessage } from '../../../shared/meta/graph-answer.ts';
import { refusal } from '../../../shared/meta/graph-answer.ts';
import { plainError } from '../../../shared/meta/graph-error.ts';
import { traceIdOf } from '../../../shared/meta/trace-id.ts';
import { isLoopback } from '../capture/destinations.ts';

export type EndpointGuard = {
  /** Null where the request may come in. */
  refuse(request: IncomingMessage): GraphAnswerMessage | null;
  /** Where to listen: this machine alone, unless senders on other machines are allowed. */
  listenOn: '127.0.0.1' | '0.0.0.0';
};

/**
 * `allow`: host names under which senders reach this machine (`host.docker.internal`), and addresses or ranges of
 * senders on other machines (`172.17.0.0/16`).
 */
export function guardEndpoint(allow: readonly string[]): EndpointGuard {
  const names = new Set<string>();
  const senders = new BlockList();
  let hasSenders = false;
  for (const entry of allow) {
    if (isAddressRange(entry)) {
      addSender(senders, entry);
      hasSenders = true;
    } else {
      names.add(entry.toLowerCase());
    }
  }
  const isAllowedSender = (address: string) => {
    const plain = address.replace(/^::ffff:/, '');
    return isLoopback(plain) || senders.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
  };
  // Pages can reach 0.0.0.0 without telling where they come from.
  const isHere = (host: string) => isLoopback(host) && !/^[0:.]+$/.test(host);
  const isAllowedHost = (host: string) => isHere(host) || names.has(host) || (hasSenders && isIP(host) !== 0);

  return {
    listenOn: hasSenders ? '0.0.0.0' : '127.0.0.1',
    refuse({ headers, rawHeaders, socket }) {
      if (hasTwoHosts(rawHeaders))
        return refusal(plainError(100, '(#100) The request names two hosts.'), traceIdOf(''));
      if (isFromBrowser(headers)) return answer(fromPage);
      if (!isAllowedSender(socket.remoteAddress ?? '')) return answer(fromElsewhere);
      return isAllowedHost(hostIn(headers.host)) ? null : answer(otherHost);
    },
  };
}

const fromPage =
  'The test endpoint takes requests of servers only, and this one came from a page in a browser. Send it from your backend.';
const fromElsewhere =
  'The test endpoint takes requests of this machine only. To let another one in, start the recording with --endpoint-allow ADDRESS.';
const otherHost =
  'The test endpoint answers as 127.0.0.1 and localhost only. To reach it by another name, such as host.docker.internal, start the recording with --endpoint-allow NAME.';

function answer(message: string): GraphAnswerMessage {
  return refusal(plainError(200, `(#200) ${message}`), traceIdOf(message));
}

/** Node's own fetch says `Sec-Fetch-Mode: cors`; every other such header is a browser's. */
function isFromBrowser(headers: IncomingMessage['headers']): boolean {
  if (['origin', 'sec-fetch-site', 'sec-fetch-dest', 'sec-fetch-user'].some((name) => headers[name] !== undefined)) {
    return true;
  }
  return (headers['sec-fetch-mode'] ?? 'cors') !== 'cors';
}

/** Node takes the first; whoever stands in between may take the other. */
function hasTwoHosts(rawHeaders: readonly string[]): boolean {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.length === 4 && rawHeaders[index]?.toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1;
}

/** Without port and brackets, in lower case. */
function hostIn(header: string | undefined): string {
  const host = (header ?? '').toLowerCase();
  return host.startsWith('[') ? host.slice(1).replace(/\].*$/, '') : host.replace(/:\d*$/, '');
}

/** True for `10.0.0.7`, `172.17.0.0/16` and `fd00::/8`. */
export function isAddressRange(entry: string): boolean {
  const [address = '', bits, ...more] = entry.split('/');
  const longest = isIP(address) === 6 ? 128 : 32;
  const isRange = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest);
  return isIP(address) !== 0 && isRange && more.length === 0;
}

function addSender(senders: BlockList, entry: string): void {
  const [address = '', bits] = entry.split('/');
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (bits === undefined) senders.addAddress(address, family);
  else senders.addSubnet(address, Number(bits), family);
}
