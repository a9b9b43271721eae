/** Puts the page into the window. */
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { keepAddress } from './state/address.ts';
import { watchDetail } from './state/detail.ts';
import { useSession } from './state/session.ts';
import { restoreDisplay } from './state/zone.ts';
import { showFault } from './ui/show-fault.ts';

/** A core that answers within this time is not waited for in words: they would only flash. */
const blinkMs = 300;
/** A window that is out of sight paints nothing: it is waited for no longer than this. */
const unseenMs = 300;

/** Resolves when the page is in the picture, or soon where the window is out of sight and none is painted. */
export async function showWindow(): Promise<void> {
  const place = document.getElementById('root');
  if (place === null) return;
  restoreDisplay();
  watchDetail();
  keepAddress();
  await firstNews();
  const root = createRoot(place, { onUncaughtError: showFault });
  flushSync(() =>
    root.render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
  await isPainted();
}

function isPainted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, unseenMs);
  });
}

function firstNews(): Promise<void> {
  if (useSession.getState().phase !== 'connecting') return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, blinkMs);
    const stop = useSession.subscribe(done);
  });
}
