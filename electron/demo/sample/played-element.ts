/** The few elements that the stand-in script makes: a form, its fields, the frame that it is sent into. */
import type { PageElement } from '../pixel/page-window.ts';

/** One call as it leaves the page. */
export type PageCall = { method: string; url: string; contentType: string | null; body: string | null };

export type PlayedElement = PageElement & { load(): void };

const blank = { name: '', value: '', src: '', action: '', method: '', target: '', type: '', hidden: false };

/** Submitting it notes the call with the fields that were put into it. */
export function playedElement(onCall: (call: PageCall) => void): PlayedElement {
  const children: PageElement[] = [];
  const loaded: (() => void)[] = [];
  const element: PlayedElement = {
    ...blank,
    textContent: null,
    appendChild: (child) => void children.push(child),
    addEventListener: (_type, listener) => void loaded.push(listener),
    closest: () => null,
    remove: () => undefined,
    load: () => {
      for (const listener of loaded) listener();
    },
    submit: () => {
      const body = new URLSearchParams(children.map(({ name, value }): [string, string] => [name, value])).toString();
      onCall({ method: 'POST', url: element.action, contentType: 'application/x-www-form-urlencoded', body });
    },
  };
  return element;
}

/** A page's body: a frame that is put into it loads at once. */
export function playedBody(onCall: (call: PageCall) => void): PlayedElement {
  return { ...playedElement(onCall), appendChild: (child) => (child as PlayedElement).load() };
}

/** A button that is pressed: the script finds it itself when it looks for one, and no drawer around it. */
export function playedButton(text: string, onCall: (call: PageCall) => void): PlayedElement {
  const button: PlayedElement = { ...playedElement(onCall), type: 'submit', textContent: text };
  button.closest = (selector) => (selector.startsWith('button') ? button : null);
  return button;
}
