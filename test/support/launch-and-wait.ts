/** A process of its own that starts a browser and waits to be killed: `node launch-and-wait.ts /path/to/browser`. */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../../electron/core/capture/launch-browser.ts';

await launchBrowser({
  browser: { id: 'chromium', name: 'Chromium', path: process.argv[2] ?? '' },
  proxyUrl: 'http://127.0.0.1:9',
  spki: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  certificatePath: '',
  headless: true,
  url: null,
  watch: null,
  seenCalls: null,
  onExit: () => process.exit(1),
});
const name = readdirSync(tmpdir()).find((entry) => entry.startsWith(`twinlane-profile-${process.pid}-`)) ?? '';
console.log(JSON.stringify({ profile: join(tmpdir(), name) }));
setInterval(() => undefined, 1000);
