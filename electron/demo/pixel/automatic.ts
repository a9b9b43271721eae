/** The event that Meta's script makes by itself on each click of a button: SubscribedButtonClick. */
import type { PageElement, PageWindow } from './page-window.ts';
import type { PixelQueue } from './queue.ts';

/** A closed function (see encode.ts). Sent as a beacon: a click often leaves the page. */
export function pixelButtonClicks(page: PageWindow, queue: Pick<PixelQueue, 'trackAll'>) {
  const buttons = 'button, input[type=submit], a.button';

  function report(button: PageElement): void {
    const buttonText = (button.textContent ?? button.value).trim().slice(0, 120);
    const data = {
      buttonFeatures: { innerText: buttonText, name: button.name, type: button.type },
      buttonText,
      formFeatures: [],
      pageFeatures: { title: page.document.title },
      parameters: [],
    };
    queue.trackAll({ name: 'SubscribedButtonClick', data, options: {}, kind: 'automatic' }, 'beacon');
  }

  page.document.addEventListener(
    'click',
    ({ target }) => {
      const button = target.closest(buttons);
      if (button !== null && target.closest('[data-no-pixel]') === null) report(button);
    },
    true,
  );
}
