/** A script at the wheel of the recorded browser: the bridge that lets it in, and its own process. */
import { Refusal } from '../../../../shared/api/errors.ts';
import type { InputHandle, Source } from '../../source.ts';
import type { LaunchedBrowser } from '../launch-browser.ts';
import { openBridge } from './bridge.ts';
import { afterScript, beforeClosing, untilQuiet } from './quiet.ts';
import { runScript } from './run-script.ts';
import type { ScriptPlan } from './script-plan.ts';

export type DrivenScript = Source & {
  /** Resolves when the script has ended and what it set off has come in. Never rejects. */
  ended: Promise<{ failure: string | null }>;
  /** Loopback port of the bridge, which no page may reach. */
  port: number;
};

export type DriveOptions = {
  plan: ScriptPlan;
  browser: LaunchedBrowser;
  url: string | null;
  handle: InputHandle;
  /** How many requests passed the proxy so far. */
  requests(): number;
  onOutput(text: string): void;
};

export async function driveBrowser({
  plan,
  browser,
  url,
  handle,
  requests,
  onOutput,
}: DriveOptions): Promise<DrivenScript> {
  if (browser.cdp === null) throw notDrivable(browser.name);
  const settled = () => untilQuiet(requests, beforeClosing);
  const bridge = await openBridge({ cdp: browser.cdp, settled });
  let steps = 0;
  const onStep = (name: string, at: number) => {
    const fact = { kind: 'step', input: handle.input.id, place: `step ${++steps}`, name, at } as const;
    // The session tells the user that storing failed; here it only must not disturb the script.
    void handle.sink.add([fact]).catch(() => undefined);
  };
  const run = runScript(plan, { endpoint: bridge.url, url, onStep, onOutput });
  let isClosing = false;
  const ended = run.ended.then(async (end) => {
    if (!isClosing) await untilQuiet(requests, afterScript);
    return end;
  });
  return {
    ended,
    port: bridge.port,
    async close() {
      isClosing = true;
      await run.close();
      await bridge.close();
    },
  };
}

export function notDrivable(name: string): Refusal {
  return new Refusal('bad-input', `--script runs in Chrome, Edge, Chromium or Brave, not in ${name}.`);
}
