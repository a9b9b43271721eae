/** Starts a part of the rig as a process of its own, so that the parts do not wait for each other's event loop. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type HelperProcess<Ready> = {
  ready: Ready;
  /** Sends one line, and gives the one line of JSON that it is answered with. */
  ask<Answer>(line: string): Promise<Answer>;
  stop(): Promise<void>;
};

/** Runs a script of this rig; it prints one line of JSON when it is ready, and ends when its input ends. */
export async function startHelper<Ready>(script: URL, args: string[] = []): Promise<HelperProcess<Ready>> {
  const child = spawn(process.execPath, [fileURLToPath(script), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const nextLine = () =>
    new Promise<string>((resolve, reject) => {
      const onEnd = (status: number | null) => reject(new Error(`${script.pathname} ended with ${status} unasked.`));
      child.once('exit', onEnd);
      lines.once('line', (line) => {
        child.off('exit', onEnd);
        resolve(line);
      });
    });
  return {
    ready: JSON.parse(await nextLine()) as Ready,
    ask: async <Answer>(line: string) => {
      child.stdin.write(`${line}\n`);
      return JSON.parse(await nextLine()) as Answer;
    },
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
