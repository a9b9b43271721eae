/** What a person can do about the network of a running recording: own browsers, certificates, phones. */
import { Refusal } from '../../shared/api/errors.ts';
import type { LanStatus } from '../../shared/model/session.ts';
import { findBrowsers } from './capture/find-browser.ts';
import { lanAddress } from './capture/lan/lan-address.ts';
import { type LanShare, openLanShare } from './capture/lan/lan-share.ts';
import { type OwnBrowserLines, prepareOwnBrowsers } from './capture/own-browser.ts';
import type { CaptureProxy } from './capture/proxy.ts';
import { hostOf, type TrustedHosts } from './capture/trusted-hosts.ts';
import type { InputHandle, Source } from './source.ts';
import type { StatusBoard } from './status-board.ts';

export type NetworkTools = {
  /** Lines that start a browser of the person's own; their profiles last as long as the recording. */
  browserLines(): Promise<OwnBrowserLines>;
  /** Takes the certificates of this host unverified, for this recording. */
  trustHost(host: string): Promise<void>;
  /** Checks the certificates of this host again from now on. Refused where it is not trusted. */
  distrustHost(host: string): Promise<void>;
  /** Opens the proxy to devices of the local network for half an hour; once more is the same as before. */
  openLan(address?: string): Promise<LanStatus>;
  closeLan(): Promise<void>;
};

export type NetworkNeeds = {
  proxy: CaptureProxy;
  trusted: TrustedHosts;
  status: StatusBoard;
  /** The proxy's own: exceptions stand among its problems, in the session and its reports. */
  handle: InputHandle;
  url: string | null;
};

export function createNetworkTools({ proxy, trusted, status, handle, url }: NetworkNeeds): NetworkTools & Source {
  let lines: Promise<OwnBrowserLines & Source> | null = null;
  let lan: LanShare | null = null;

  const browserLines = () => {
    const { spki, certificatePath } = proxy;
    lines ??= prepareOwnBrowsers({ browsers: findBrowsers(), proxyUrl: proxy.url, spki, certificatePath, url });
    return lines;
  };
  const noteTrust = async (reason: string) => {
    status.set({ trustedHosts: trusted.named() });
    // The session tells the user that storing failed.
    await handle.sink
      .add([{ kind: 'problem', input: handle.input.id, place: 'certificate', reason }])
      .catch(() => undefined);
  };
  const trustHost = async (given: string) => {
    const host = hostOf(given);
    if (host === '') throw new Refusal('bad-input', `“${given}” is not the name of a host. Write it like shop.test.`);
    trusted.trust(host);
    await noteTrust(`Certificates of ${host} were taken unverified in this session, as you asked.`);
  };
  const distrustHost = async (given: string) => {
    if (!trusted.distrust(given)) throw new Refusal('not-found', `${given} is not among the trusted hosts.`);
    await noteTrust(`From here on certificates of ${hostOf(given)} were checked again, as you asked.`);
  };
  const closeLan = async () => {
    const closing = lan;
    lan = null;
    status.set({ lan: null });
    await closing?.close();
  };
  const openLan = async (address = lanAddress()) => {
    const open = status.now().lan;
    if (lan !== null && open !== null) return open;
    if (address === null)
      throw new Refusal('not-found', 'This machine is in no local network that a phone could be in.');
    lan = await openLanShare({
      address,
      certificatePath: proxy.certificatePath,
      openDoor: proxy.openDoor,
      onDevices: (devices) => {
        const now = status.now().lan;
        if (now !== null) status.set({ lan: { ...now, devices } });
      },
      onEnd: () => {
        void closeLan();
        status.notice('info', 'The half hour for phones is over; set their proxy back to off.');
      },
    });
    const { page, proxy: where, until, qr } = lan;
    const told = { page, proxy: where, until, qr, devices: 0 };
    status.set({ lan: told });
    return told;
  };

  return {
    browserLines,
    trustHost,
    distrustHost,
    openLan,
    closeLan,
    async close() {
      await closeLan();
      await (await lines)?.close();
    },
  };
}
