/** Starts a part of the rig as a process of its own, so that the parts do not wait for each other's event loop. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type HelperProcess<Ready> = { ready: Ready; stop(): Promise<void> };

/** Runs a script of this rig; it prints one line of JSON when it is ready, and ends when its input ends. */
export async function startHelper<Ready>(script: URL): Promise<HelperProcess<Ready>> {
  const child = spawn(process.execPath, [fileURLToPath(script)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (status) => reject(new Error(`${script.pathname} ended with ${status} before it was ready.`)));
  });
  return {
    ready: JSON.parse(line) as Ready,
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/**
 * The other end: tells that all listens and what the bench has to know, and ends this process, after `close`, with
 * its input: so it does not outlive a bench that fails.
 */
export function tellReady(facts: object, close: () => Promise<void> | void = () => undefined): void {
  process.stdout.write(`${JSON.stringify(facts)}\n`);
  process.stdin.resume().once('end', async () => {
    await close();
    process.exit(0);
  });
}
