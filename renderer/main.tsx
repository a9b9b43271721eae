/** Starts the window: theme, connection, page. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme.css';
import './ui/ui.css';
import './ui/tabs.css';
import './ui/value.css';
import './app.css';
import { App } from './app.tsx';
import { keepAddress } from './state/address.ts';
import { watchDetail } from './state/detail.ts';
import { keepInSync } from './state/sync.ts';
import { restoreTheme } from './state/theme.ts';
import { restoreDisplay } from './state/zone.ts';
import { showFault } from './ui/show-fault.ts';

restoreTheme();
restoreDisplay();
watchDetail();
keepAddress();
keepInSync().catch(showFault);

const place = document.getElementById('root');
if (place !== null) {
  createRoot(place, { onUncaughtError: showFault }).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
