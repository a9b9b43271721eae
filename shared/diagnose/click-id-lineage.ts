/** Follows an ad click's id from the landing URL, or its referrer, over the `_fbc` cookie and the Pixel call to the server event. */
import { readFbc, stripSuffix } from '../meta/cookies.ts';
import { decodePercent } from '../meta/percent.ts';
import type { BrowserEvent, ServerEvent, TrackedEvent } from '../model/event.ts';
import type { TimeMs } from '../model/fact.ts';
import { diagnoseThresholds } from './thresholds.ts';

type ClickIdStage = 'fbclid in the URL' | 'fbclid in the referrer' | '_fbc cookie' | 'Pixel’s fbc' | 'server’s fbc';

type ClickIdCarrier = {
  stage: ClickIdStage;
  /** As it stands there. */
  value: string;
  /** Without prefix, time and suffix; dots written as `__DOT__`. */
  clickId: string;
  /** When the click was first seen, by the value itself; null for a URL and a referrer. */
  createdAt: TimeMs | null;
};

export type ClickIdChange =
  | 'case'
  | 'cut'
  | 'cut and case'
  | 'decoded'
  | 'encoded'
  | '__DOT__'
  | 'something appended'
  | 'new time'
  | 'another click id';

/** `change` is null where the id came through; suffixes of Parameter Builder are ignored. */
export type ClickIdHop = { from: ClickIdCarrier; to: ClickIdCarrier; change: ClickIdChange | null };

/** The hops of one visit in their order; a stage that is not known or carries none is left out. */
export function clickIdHops(browser: BrowserEvent | undefined, server: ServerEvent | undefined): ClickIdHop[] {
  const carriers = carriersOf(browser, server);
  if (carriers.length < 2) return [];
  return carriers.slice(1).flatMap((to, index) => {
    const from = carriers[index];
    return from === undefined ? [] : [{ from, to, change: changeBetween(from, to, carriers) }];
  });
}

function carriersOf(browser: BrowserEvent | undefined, server: ServerEvent | undefined): ClickIdCarrier[] {
  const landing = landingOf(browser, server);
  const cookie = fromFbc('_fbc cookie', browser?.other['_fbc cookie']);
  // A cookie that was read before the script renewed it belongs to an earlier click.
  const isStale = landing !== null && cookie !== null && relate(landing.clickId, cookie.clickId) === 'another click id';
  const later = [fromFbc('Pixel’s fbc', browser?.fbc), fromFbc('server’s fbc', server?.fbc)];
  return [landing, isStale ? null : cookie, ...later].filter((carrier) => carrier !== null);
}

/** The script makes `_fbc` of the page's own fbclid, else of the referrer's (recorded from the real script). */
function landingOf(browser: BrowserEvent | undefined, server: ServerEvent | undefined): ClickIdCarrier | null {
  const url = fromAddress('fbclid in the URL', browser?.url ?? server?.url ?? null);
  return url ?? fromAddress('fbclid in the referrer', referrerOf(browser) ?? referrerOf(server));
}

/** The Pixel's `rl`, the server's `referrer_url`; null where it was not sent. */
export function referrerOf(event: TrackedEvent | undefined): string | null {
  const referrer = event?.other[event.side === 'browser' ? 'rl' : 'referrer_url'];
  return typeof referrer === 'string' ? stripSuffix(referrer) : null;
}

/** The click id in a page's address, as it stands there; null where it has none that makes an fbc. */
export function fbclidIn(address: string | null): string | null {
  if (address === null || !address.includes('fbclid=')) return null;
  const value = /[?&]fbclid=([^&#]+)/.exec(address)?.[1];
  return value === undefined || value === '_removed_' || value.length > longestId ? null : value;
}

function fromAddress(stage: ClickIdStage, address: string | null): ClickIdCarrier | null {
  const value = fbclidIn(address);
  if (value === null) return null;
  const clickId = decodePercent(value).text.replace(/\./g, '__DOT__');
  return { stage, value, clickId, createdAt: null };
}

/** Of a longer one the script makes no cookie (recorded from the real script). */
const longestId = 500;

function fromFbc(stage: ClickIdStage, value: unknown): ClickIdCarrier | null {
  if (typeof value !== 'string' || value === '') return null;
  const read = readFbc(value);
  if (read.isValid) return { stage, value, clickId: read.payload, createdAt: read.createdAt };
  const [, rest] = /^fb\.\d+\.\d+\.(.+)$/s.exec(value) ?? [];
  return { stage, value, clickId: rest ?? value, createdAt: null };
}

function changeBetween(from: ClickIdCarrier, to: ClickIdCarrier, all: readonly ClickIdCarrier[]): ClickIdChange | null {
  if (from.clickId !== to.clickId) {
    // On its way into the cookie the script appends further parameters of the link: `_aem_…`.
    const isGrown = from.createdAt === null && to.clickId.startsWith(`${from.clickId}_`);
    return isGrown ? null : relate(from.clickId, to.clickId);
  }
  if (from.createdAt === null || to.createdAt === null || from.createdAt === to.createdAt) return null;
  const isLanding = all.some(({ stage }) => stage === 'fbclid in the URL' || stage === 'fbclid in the referrer');
  const apartMs = Math.abs(from.createdAt - to.createdAt);
  return isLanding && apartMs <= diagnoseThresholds.sameClickMs ? null : 'new time';
}

function relate(from: string, to: string): ClickIdChange | null {
  if (from === to) return null;
  const [low, lowTo] = [from.toLowerCase(), to.toLowerCase()];
  if (low === lowTo) return 'case';
  if (from.replaceAll('__DOT__', '.') === to) return '__DOT__';
  if (decoded(from) === to || from.replace(/\+/g, ' ') === to) return 'decoded';
  if (decoded(to) === from) return 'encoded';
  if (to.length >= shortestId && from.startsWith(to)) return 'cut';
  if (to.length >= shortestId && low.startsWith(lowTo)) return 'cut and case';
  return from.length >= shortestId && to.startsWith(from) ? 'something appended' : 'another click id';
}

/** A shorter beginning may be shared by chance. */
const shortestId = 8;

function decoded(text: string): string {
  return decodePercent(text.replace(/\+/g, ' ')).text;
}
