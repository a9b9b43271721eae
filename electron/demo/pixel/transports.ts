/** Puts the encoder's calls on the wire, each in the browser's own way. */
import type { Field, WireCall } from './encode.ts';
import type { PageWindow } from './page-window.ts';

/** A closed function (see encode.ts). */
export function pixelTransports(page: PageWindow) {
  const { document } = page;
  let frames = 0;

  function image(url: string): void {
    new page.Image().src = url;
  }

  /** A hidden form into a hidden frame, submitted once the frame's blank page has loaded. */
  function form(url: string, fields: Field[]): void {
    const frame = document.createElement('iframe');
    frame.name = `pixel-frame-${frames++}`;
    frame.hidden = true;
    const sheet = document.createElement('form');
    Object.assign(sheet, { action: url, method: 'POST', target: frame.name, hidden: true });
    for (const [name, value] of fields) {
      const input = document.createElement('input');
      Object.assign(input, { type: 'hidden', name, value });
      sheet.appendChild(input);
    }
    frame.addEventListener('load', () => sheet.submit(), { once: true });
    document.body.appendChild(sheet);
    document.body.appendChild(frame);
    page.setTimeout(() => {
      frame.remove();
      sheet.remove();
    }, 10_000);
  }

  function beacon(url: string, fields: Field[]): void {
    const body = new page.FormData();
    for (const [name, value] of fields) body.append(name, value);
    page.navigator.sendBeacon(url, body);
  }

  function send({ via, url, fields }: WireCall): void {
    if (via === 'image') image(url);
    else if (via === 'form') form(url, fields);
    else if (via === 'beacon') beacon(url, fields);
    else {
      const options = { mode: 'no-cors', credentials: 'include', keepalive: true };
      page.fetch(url, options).catch((cause: unknown) => page.console.warn('[demo pixel] fetch failed', cause));
    }
  }

  return { send };
}

export type PixelTransports = ReturnType<typeof pixelTransports>;
