/** The built view with one script more, which tells in the title of the page when its first rows are painted. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtApp } from '../../support/built-app.ts';

export const firstRowsTitle = /^First rows after ([\d.]+) ms$/;

/** Made in the folder; gives its path. */
export async function watchedView(folder: string): Promise<string> {
  const view = join(folder, 'watched-view');
  cpSync(join(await builtApp(), 'renderer'), view, { recursive: true });
  const page = join(view, 'index.html');
  const html = readFileSync(page, 'utf8');
  writeFileSync(page, html.replace('<head>', '<head><script src="./assets/watch.js"></script>'));
  writeFileSync(join(view, 'assets/watch.js'), `(${watchForFirstRows})();`);
  return view;
}

/** Runs in the page before all else: ms from the start of the navigation to the frame with the first rows. */
function watchForFirstRows(): void {
  const look = () => {
    if (document.querySelector('.pair-rows .pair-row') === null) requestAnimationFrame(look);
    else setTimeout(tell);
  };
  const tell = () => {
    document.title = `First rows after ${performance.now()} ms`;
  };
  requestAnimationFrame(look);
}
