/**
 * The text of /shop.js: adds to the cart and subscribes without leaving the page, and switches faults at once.
 * Everything works without it, by plain forms.
 */

type Control = {
  value: string;
  checked: boolean;
  hidden: boolean;
  textContent: string;
  dataset: Record<string, string>;
  open: boolean;
  action: string;
  matches(selector: string): boolean;
  querySelector(selector: string): Control | null;
  reset(): void;
  focus(): void;
  replaceChildren(...nodes: unknown[]): void;
  addEventListener(
    type: string,
    listener: (event: { target: Control; key: string; preventDefault(): void }) => void,
  ): void;
};

type ShopWindow = {
  document: Pick<Control, 'addEventListener'> & {
    getElementById(id: string): Control;
    querySelectorAll(selector: string): Iterable<Control>;
    createElement(tag: string): Control & { href: string };
  };
  location: { assign(url: string): void };
  fbq(...args: unknown[]): void;
  fetch: typeof fetch;
  FormData: new (form: Control) => Iterable<[string, string]>;
  stop(): void;
  setTimeout(callback: () => void, delayMs: number): unknown;
};

type LiveAnswer = { calls: unknown[][]; count: number | null; message: string; leaveTo: string | null };

/** A closed function: its text is served to the page. */
function liveForms(page: ShopWindow): void {
  const { document } = page;

  /** The navigation comes while the Pixel's call is under way; `stop` makes sure that it comes in time. */
  function leave(url: string): void {
    page.setTimeout(() => {
      page.stop();
      page.location.assign(url);
    }, 0);
  }

  function show({ message, count }: LiveAnswer): void {
    const notice = document.getElementById('notice');
    notice.textContent = message;
    if (count === null) return;
    document.getElementById('cart-count').textContent = String(count);
    const link = Object.assign(document.createElement('a'), { href: '/checkout', textContent: 'Check out' });
    notice.replaceChildren(message, link);
  }

  async function submit(form: Control): Promise<void> {
    const body = new URLSearchParams([...new page.FormData(form)]);
    const answer = await page.fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } });
    const result = (await answer.json()) as LiveAnswer;
    for (const call of result.calls) page.fbq(...call);
    if (result.leaveTo !== null) return leave(result.leaveTo);
    show(result);
  }

  document.addEventListener('submit', (event) => {
    if (!event.target.matches('form[data-live]')) return;
    event.preventDefault();
    submit(event.target).catch(() => {
      document.getElementById('notice').textContent = 'That did not work. Is the shop still running?';
    });
  });
}

/** A closed function: its text is served to the page. */
function faultSwitches(page: ShopWindow): void {
  const { document } = page;
  const drawer = document.getElementById('faults');
  const boxes = () => [...document.querySelectorAll('#faults input')];

  async function save(): Promise<void> {
    const on = boxes().flatMap((box) => (box.checked ? [box.value] : []));
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    await page.fetch('/faults', { method: 'POST', headers, body: JSON.stringify({ on }) });
    drawer.dataset['on'] = String(on.length);
    document.getElementById('faults-count').textContent = on.length === 0 ? 'none' : `${on.length} on`;
  }

  const saveOrTell = () =>
    save().catch(() => {
      document.getElementById('faults-count').textContent = 'not saved';
    });

  document.getElementById('faults-apply').hidden = true;
  const allOff = document.getElementById('faults-none');
  allOff.hidden = false;
  allOff.addEventListener('click', () => {
    for (const box of boxes()) box.checked = false;
    saveOrTell();
  });
  drawer.addEventListener('change', saveOrTell);
  drawer.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    drawer.open = false;
    drawer.querySelector('summary')?.focus();
  });
}

export const shopScript = (): string => `(${liveForms})(window);\n(${faultSwitches})(window);\n`;
