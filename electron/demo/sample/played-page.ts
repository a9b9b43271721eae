/** A browser window that Node plays: it runs the stand-in script and notes the calls that it would make. */
import { createHash } from 'node:crypto';
import type { Field } from '../pixel/encode.ts';
import type { Fbq, FbqArguments, PageElement, PageWindow } from '../pixel/page-window.ts';
import { runPixel } from '../pixel/script.ts';
import type { PlayedClock } from './clock.ts';
import { type PageCall, playedBody, playedButton, playedElement } from './played-element.ts';

export type PlayedPageOptions = {
  url: string;
  referrer: string;
  title: string;
  userAgent: string;
  screen: { width: number; height: number };
  clock: PlayedClock;
  random: () => number;
  /** The visitor's cookies for the site, changed by the page. */
  cookies: Map<string, string>;
  onCall: (call: PageCall) => void;
};

export type PlayedPage = {
  fbq(...args: readonly unknown[]): void;
  press(buttonText: string): void;
  /** Resolves when every event that was tracked has left. */
  settled(): Promise<void>;
};

const boundary = '----WebKitFormBoundaryHarborTeaSample';

/** Stands for FormData, whose text a browser would make. */
class FieldList {
  readonly fields: Field[] = [];
  append(name: string, value: string): void {
    this.fields.push([name, value]);
  }
}

function multipart({ fields }: FieldList): string {
  const part = ([name, value]: Field) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  return `${fields.map(part).join('')}--${boundary}--\r\n`;
}

type Click = (event: { target: PageElement }) => void;

function playedDocument(
  { cookies, referrer, title, onCall }: PlayedPageOptions,
  clicks: Click[],
): PageWindow['document'] {
  return {
    get cookie(): string {
      return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    },
    set cookie(text: string) {
      const [name = '', value = ''] = text.split(';', 1)[0]?.split('=') ?? [];
      cookies.set(name, value);
    },
    referrer,
    title,
    body: playedBody(onCall),
    createElement: () => playedElement(onCall),
    addEventListener: (_type, listener) => void clicks.push(listener),
  };
}

const imageOf = (onCall: PlayedPageOptions['onCall']): PageWindow['Image'] =>
  class {
    get src(): string {
      return '';
    }
    set src(url: string) {
      onCall({ method: 'GET', url, contentType: null, body: null });
    }
  };

const sha256 = async (text: string) => createHash('sha256').update(text).digest('hex');

/** `queued` are the calls that the page's snippet holds when the script arrives. */
export function playPage(options: PlayedPageOptions, queued: FbqArguments[]): PlayedPage {
  const { url, userAgent, screen, clock, random, onCall } = options;
  const clicks: Click[] = [];
  const sendBeacon = (address: string, body: unknown): boolean => {
    const contentType = `multipart/form-data; boundary=${boundary}`;
    onCall({ method: 'POST', url: address, contentType, body: multipart(body as FieldList) });
    return true;
  };
  const page: PageWindow = {
    ...{ document: playedDocument(options, clicks), location: { href: url }, screen, top: null, self: null, console },
    navigator: { userAgent, sendBeacon },
    crypto: { subtle: { digest: () => Promise.reject(new Error('Node hashes for the played page')) } },
    Image: imageOf(onCall),
    FormData: FieldList,
    TextEncoder,
    fetch: async (address) => onCall({ method: 'GET', url: address, contentType: null, body: null }),
    setTimeout: () => undefined,
    Date: { now: clock.tick },
    Math: { random },
    fbq: Object.assign((..._args: unknown[]) => undefined, { queue: queued }) as Fbq,
  };
  const queue = runPixel(page, sha256);
  return {
    fbq: (...args) => page.fbq(...args),
    press: (text) => {
      for (const click of clicks) click({ target: playedButton(text, onCall) });
    },
    settled: queue.settled,
  };
}
