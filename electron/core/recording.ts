/** Starts everything that a recording needs, in order, and gives all of it back when one part fails or it ends. */
import { join } from 'node:path';
import { startDemoShop } from '../demo/demo-shop.ts';
import { openAuthority } from './capture/certificate-authority.ts';
import { type CaptureProxy, startProxy } from './capture/proxy.ts';
import { createTrustedHosts, refusalSentence, type TrustedHosts } from './capture/trusted-hosts.ts';
import { openRoute } from './capture/upstream-route.ts';
import type { CheckMarks } from './check/check-marks.ts';
import { endpointModeOf } from './delivery-mode.ts';
import { startEndpoint } from './intake/endpoint.ts';
import { openServerLog } from './intake/open-server-log.ts';
import { createPolls, type Polls } from './intake/poll/polls.ts';
import { createNetworkTools, type NetworkTools } from './network-tools.ts';
import { openBrowser, planBrowser } from './recorded-browser.ts';
import type { SessionBook } from './session-book.ts';
import type { RecordOptions } from './session-options.ts';
import type { InputHandle, Source } from './source.ts';
import type { StatusBoard } from './status-board.ts';

export type RecordingNeeds = {
  homeFolder: string;
  book: SessionBook;
  status: StatusBoard;
  /** Marks of the connection check, which the ways in know their own calls by. */
  marks: CheckMarks;
  /** Ports of the app itself, which nothing reaches through the proxy. */
  ownPorts(): number[];
  /** The browser is gone: closed by the user, or crashed. */
  onBrowserExit(): void;
  /** What a script prints while it drives the browser. */
  onScriptOutput(text: string): void;
};

export type Recording = Source & {
  proxy: string;
  endpoint: string | null;
  browser: string | null;
  url: string | null;
  /** Resolves when the script that drives the browser has ended and its last calls are in; null where there is none. */
  script: Promise<{ failure: string | null }> | null;
  tools: NetworkTools;
  polls: Pick<Polls, 'start'>;
};

export async function startRecording(options: RecordOptions, given: RecordingNeeds): Promise<Recording> {
  const plan = planBrowser(options);
  const ports: number[] = [];
  const needs = { ...given, ownPorts: () => [...given.ownPorts(), ...ports] };
  const running: Source[] = [];
  const keep = <S extends Source>(source: S): S => {
    running.push(source);
    return source;
  };
  try {
    const { proxy, trusted, handle } = await openProxy(options, needs);
    keep(proxy);
    const endpoint = options.endpointPort === null ? null : keep(await openEndpoint(options.endpointPort, needs));
    for (const log of options.serverLogs) keep(await openServerLog(log, logNeeds(needs)));
    const polls = keep(openPolls(needs));
    for (const poll of options.polls) await polls.start(poll, null);
    needs.status.set({ proxy: proxy.url, endpoint: endpoint?.url ?? null, certificate: proxy.certificatePath });
    const url = options.url ?? (options.isDemo ? keep(await openDemo(proxy, needs)).url : null);
    const requests = () => requestsSoFar(needs.status);
    const tools = keep(createNetworkTools({ proxy, trusted, status: needs.status, handle, url }));
    for (const host of options.network.trustHosts) await tools.trustHost(host);
    if (options.network.lan) await tools.openLan();
    const browser = await openBrowser(plan, { ...needs, url, trusted, headless: options.headless, proxy, requests });
    if (browser !== null) keep(browser);
    if (browser?.script) ports.push(browser.script.port);
    return {
      close: () => closeAll(running),
      proxy: proxy.url,
      endpoint: endpoint?.url ?? null,
      browser: browser?.name ?? null,
      url,
      script: browser?.script?.ended ?? null,
      tools,
      polls,
    };
  } catch (error) {
    await closeAll(running);
    throw error;
  }
}

function requestsSoFar(status: StatusBoard): number {
  const { otherRequests, heldCalls, forwardedCalls } = status.now();
  return otherRequests + heldCalls + forwardedCalls;
}

type OpenedProxy = { proxy: CaptureProxy; trusted: TrustedHosts; handle: InputHandle };

async function openProxy(options: RecordOptions, needs: RecordingNeeds): Promise<OpenedProxy> {
  const { status } = needs;
  const route = await openRoute(options.network.upstreamProxy);
  const trusted = createTrustedHosts({
    decrypted: options.firstParty,
    onRefused: (host, reason) => status.notice('warning', refusalSentence(host, reason), host),
  });
  const authority = await openAuthority(join(needs.homeFolder, 'authority'), { firstParty: options.firstParty });
  if (authority.notice !== null) needs.status.notice('info', authority.notice);
  status.set({ upstreamProxy: route.label });
  const handle = needs.book.openInput('proxy', 'Browser, through the proxy');
  const proxy = await startProxy({
    authority,
    port: options.proxyPort,
    mode: () => needs.status.now().mode,
    firstParty: options.firstParty,
    forbiddenPorts: needs.ownPorts,
    handle,
    onTraffic: needs.status.count,
    marks: needs.marks,
    route,
    upstream: { exceptions: trusted.exceptions },
  });
  return { proxy, trusted, handle };
}

function openEndpoint(port: number, { book, status, marks }: RecordingNeeds) {
  const mode = () => endpointModeOf(status.now());
  return startEndpoint({ port, handle: book.openInput('endpoint', 'Test endpoint'), mode, marks });
}

function logNeeds({ book, status }: RecordingNeeds) {
  return { openInput: book.openInput, notice: status.notice };
}

function openPolls({ book, status }: RecordingNeeds) {
  return createPolls({ open: (name) => book.openInput('log', name), notice: status.notice });
}

async function openDemo(proxy: CaptureProxy, { status }: RecordingNeeds) {
  const route = { graphUrl: null, proxyUrl: proxy.url, certificatePath: proxy.certificatePath };
  const shop = await startDemoShop({ capi: route, logFile: null });
  status.set({ demoShop: shop.url });
  return shop;
}

/** In reverse order; one that fails to close does not keep the others open. */
async function closeAll(running: Source[]): Promise<void> {
  for (const source of running.splice(0).reverse()) await Promise.allSettled([source.close()]);
}
