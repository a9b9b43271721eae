/** The capturing proxy of one session: the gate in front, the decrypting half behind it, facts out of it. */
import { decryptedHosts } from '../../../shared/meta/meta-hosts.ts';
import { splitUrl } from '../../../shared/meta/url.ts';
import type { DeliveryMode } from '../../../shared/model/session.ts';
import type { CheckMarks } from '../check/check-marks.ts';
import type { InputHandle, Source } from '../source.ts';
import { createCallRecorder } from './call-recorder.ts';
import type { Authority } from './certificate-authority.ts';
import { startDecryptingProxy, type Upstream } from './decrypting-proxy.ts';
import { guardDestinations, isLoopback } from './destinations.ts';
import { firstPartyHosts } from './first-party-hosts.ts';
import { type Door, type Gate, openGate } from './gate.ts';
import type { Traffic } from './receive-call.ts';
import { createSeenCalls, type SeenCalls } from './seen-calls.ts';
import { direct, type UpstreamRoute } from './upstream-route.ts';

export type ProxyOptions = {
  authority: Authority;
  /** 0: any free port. */
  port: number;
  /** Asked anew for each call, so that it can change while a session runs. */
  mode(): DeliveryMode;
  /** Hosts whose calls are decrypted beside Meta's; `authority` was opened with the same ones. */
  firstParty: readonly string[];
  /** Loopback ports of the app itself, which no page may reach; the proxy adds its own. */
  forbiddenPorts(): number[];
  handle: InputHandle;
  onTraffic(kind: Traffic): void;
  /** Calls of the connection check are answered here, whatever the mode. */
  marks?: CheckMarks;
  upstream?: Upstream;
  /** How everything else is reached; directly where it is not given. */
  route?: UpstreamRoute;
};

export type CaptureProxy = Source & {
  /** `http://127.0.0.1:41001` */
  url: string;
  port: number;
  certificatePath: string;
  spki: string;
  /** For the browser's watcher: which calls the proxy has already stored. */
  seenCalls: SeenCalls;
  /** A second way in, for other machines; whoever opens it closes it. */
  openDoor(door: Door): Promise<Gate>;
};

/** Resolves when it listens on 127.0.0.1. Rejects with `Refusal('port-taken')`. */
export async function startProxy(options: ProxyOptions): Promise<CaptureProxy> {
  const { authority, handle, onTraffic } = options;
  const seenCalls = createSeenCalls();
  const isCheck = (value: string | string[] | undefined) => options.marks?.see(value) ?? false;
  const decrypted = new Set([...decryptedHosts, ...firstPartyHosts(options.firstParty)]);
  const ownPorts: number[] = [];
  const forbidden = () => [...ownPorts, ...options.forbiddenPorts()];
  const recorder = createCallRecorder(handle);
  const mayReach = createReach(decrypted, forbidden);
  const receiver = { mode: options.mode, recorder, seenCalls, onTraffic, isCheck, mayReach };
  const { proxy: decrypting, adopt } = await startDecryptingProxy(authority, receiver, {
    ...(options.route ? { route: options.route } : {}),
    ...options.upstream,
  });
  ownPorts.push(decrypting.port);
  try {
    const way = {
      route: options.route ?? direct,
      isDecrypted: (host: string) => decrypted.has(host),
      decrypting: { port: decrypting.port, adopt },
      onOther: () => onTraffic('other'),
    };
    const gate = await openGate({ ...way, port: options.port, destinations: guardDestinations(forbidden), door: null });
    ownPorts.push(gate.port);
    let closing: Promise<void> | undefined;
    return {
      url: `http://127.0.0.1:${gate.port}`,
      port: gate.port,
      certificatePath: authority.certificatePath,
      spki: authority.spki,
      seenCalls,
      openDoor: (door) => openGate({ ...way, port: 0, destinations: guardDestinations(forbidden, false), door }),
      close() {
        // mockttp first: it counts the connections that it took over from the gate.
        closing ??= decrypting.stop().then(() => gate.close());
        return closing;
      },
    };
  } catch (error) {
    await decrypting.stop();
    throw error;
  }
}

/** The gate writes a decrypted host on loopback as an address. */
function createReach(decrypted: ReadonlySet<string>, forbidden: () => number[]): (url: string) => boolean {
  const hasLoopback = [...decrypted].some(isLoopback);
  return (url) => {
    const { scheme, host, port } = splitUrl(url);
    const name = host.replace(/^\[|\]$/g, '');
    const number = Number(port ?? (/s$/.test(scheme) ? 443 : 80));
    if (isLoopback(name)) return hasLoopback && !forbidden().includes(number);
    return decrypted.has(name);
  };
}
