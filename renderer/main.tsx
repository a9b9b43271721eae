/** Starts the window: the core is asked for its session while the rest of the page's code is still on its way. */
import './theme.css';
import './ui/ui.css';
import './ui/tabs.css';
import './ui/value.css';
import './app.css';
import { keepInSync } from './state/sync.ts';
import { restoreTheme } from './state/theme.ts';
import { showFault } from './ui/show-fault.ts';

restoreTheme();
const isShown = import('./window.tsx').then(({ showWindow }) => showWindow());
isShown.catch(showFault);
keepInSync(isShown).catch(showFault);
