/** What a session is doing right now: the state that the window shows in its status line and empty states. */
import type { Input, TimeMs } from './fact.ts';
import type { SessionLabel } from './label.ts';

/** Nothing goes to Meta (`hold`), or Pixel and CAPI calls go on (`forward`). Never a third state. */
export type DeliveryMode = 'hold' | 'forward';

/** `strict`: refuses what Graph refuses. `lenient`: takes it and says in `messages` what Graph would refuse. */
export type EndpointValidation = 'strict' | 'lenient';

export type EndpointMode = {
  validation: EndpointValidation;
  /** Requests go on to Meta with the sender's own token, and Meta's answer comes back. Never while calls are held. */
  forward: boolean;
  /** Host names and senders' addresses or ranges beside this machine's own. */
  allow: string[];
};

/** Strict: who points a backend at a stand-in for Meta wants to know today what Meta would refuse tomorrow. */
export const defaultEndpointMode: EndpointMode = { validation: 'strict', forward: false, allow: [] };

export type CaptureState =
  | { state: 'idle' }
  | { state: 'starting'; what: string }
  | { state: 'recording'; url: string | null; browser: string | null; since: number }
  | { state: 'stopped'; reason: string }
  | { state: 'failed'; reason: string; advice: string };

/** Devices of the local network may use the proxy: a thing that the window must not let one forget. */
export type LanStatus = {
  /** Address of the page for the device, with a secret in it. */
  page: string;
  /** `192.168.1.20:41005` */
  proxy: string;
  /** It ends by itself then. */
  until: TimeMs;
  /** SVG of the page's address. */
  qr: string;
  /** Devices that opened the page and may use the proxy. */
  devices: number;
};

type ReadingProgress = { name: string; doneBytes: number; totalBytes: number };

export type SessionStatus = {
  capture: CaptureState;
  mode: DeliveryMode;
  /** Absolute path of the session on disk, or null where nothing is stored (recordings opened to look at). */
  file: string | null;
  /** The user's name and note for the session; null where nothing is stored. */
  label: SessionLabel | null;
  /** What the session takes on disk; null where nothing is stored. */
  fileBytes: number | null;
  /** A file that is being read from disk, and how far; null: none. */
  reading: ReadingProgress | null;
  /** Addresses while they listen. */
  proxy: string | null;
  endpoint: string | null;
  /** What the test endpoint does with a request; it holds for the whole session. */
  endpointMode: EndpointMode;
  certificate: string | null;
  demoShop: string | null;
  /** Hosts whose certificates are not verified, as the user asked; loopback never is. */
  trustedHosts: string[];
  /** The network's own proxy on the way out, without user and password; null: none. */
  upstreamProxy: string | null;
  /** Null: this machine alone can use the proxy. */
  lan: LanStatus | null;
  /** Requests that passed the proxy and were not Meta's: they show that capture works. */
  otherRequests: number;
  /** Pixel and CAPI calls answered here instead of by Meta. */
  heldCalls: number;
  /** Pixel and CAPI calls that went on to Meta. */
  forwardedCalls: number;
  /** `readings`: how the source was understood, where that had to be found out. */
  inputs: (Input & { problems: { at: string; reason: string }[]; readings?: string[] })[];
  /** What the user should know and can do something about: storage failed, a source ended, … */
  notices: Notice[];
};

/** `trustHost`: a host whose certificate was refused, and could be taken unverified for this session. */
export type Notice = { level: 'info' | 'warning' | 'error'; text: string; trustHost?: string };

/** No session: the start page. */
export const idleStatus: SessionStatus = {
  capture: { state: 'idle' },
  mode: 'hold',
  file: null,
  label: null,
  fileBytes: null,
  reading: null,
  proxy: null,
  endpoint: null,
  endpointMode: defaultEndpointMode,
  certificate: null,
  demoShop: null,
  trustedHosts: [],
  upstreamProxy: null,
  lan: null,
  otherRequests: 0,
  heldCalls: 0,
  forwardedCalls: 0,
  inputs: [],
  notices: [],
};
