/** The few members of a browser's window that the stand-in script touches, so that Node can play the page too. */

export type PageElement = {
  name: string;
  value: string;
  src: string;
  action: string;
  method: string;
  target: string;
  type: string;
  hidden: boolean;
  textContent: string | null;
  appendChild(child: PageElement): void;
  addEventListener(type: string, listener: () => void, options?: { once: boolean }): void;
  closest(selector: string): PageElement | null;
  submit(): void;
  remove(): void;
};

export type PageWindow = {
  document: {
    cookie: string;
    referrer: string;
    title: string;
    body: PageElement;
    createElement(tag: string): PageElement;
    addEventListener(type: string, listener: (event: { target: PageElement }) => void, capture: boolean): void;
  };
  location: { href: string };
  screen: { width: number; height: number };
  navigator: { userAgent: string; sendBeacon(url: string, body: unknown): boolean };
  crypto: { subtle: { digest(algorithm: 'SHA-256', data: Uint8Array): Promise<ArrayBuffer> } };
  Date: { now(): number };
  Math: { random(): number };
  /** The same object as the window itself, unless the page stands in a frame. */
  top: unknown;
  self: unknown;
  Image: new () => { src: string };
  FormData: new () => { append(name: string, value: string): void };
  TextEncoder: new () => { encode(text: string): Uint8Array };
  fetch(url: string, options: Record<string, unknown>): Promise<unknown>;
  setTimeout(callback: () => void, delayMs: number): unknown;
  console: { warn(...parts: unknown[]): void };
  /** Before the script runs: the snippet's stub with its queue. Afterwards: the script's own function. */
  fbq: Fbq;
};

export type FbqArguments = readonly unknown[];
export type Fbq = ((...args: unknown[]) => void) & { queue?: FbqArguments[] };
