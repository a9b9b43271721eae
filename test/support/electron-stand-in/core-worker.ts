/** Runs the built core as Electron's utilityProcess would: a thread of its own whose `process.parentPort` is ours. */
import { once } from 'node:events';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { type Client, createClient } from '../../../shared/api/client.ts';
import type { FromCore, ToCore } from '../../../shared/api/core-messages.ts';
import { portChannel } from '../../../shared/api/port-channel.ts';

export type CoreWorker = {
  told: FromCore[];
  tell(message: ToCore, port?: MessagePort): void;
  guest(): Client;
  /** As a crash does: the core gets no chance to do anything. */
  crash(): Promise<void>;
  ended: Promise<number>;
};

const ENTRY = new URL('./worker-parent-port.ts', import.meta.url);

export function startCoreWorker(coreFile: string, env: Record<string, string>): CoreWorker {
  const worker = new Worker(coreFile, { env: { ...process.env, ...env }, execArgv: ['--import', ENTRY.href] });
  const told: FromCore[] = [];
  worker.on('message', (message: FromCore) => told.push(message));
  const tell = (data: ToCore, port?: MessagePort) => {
    worker.postMessage({ data, ports: port === undefined ? [] : [port] }, port === undefined ? [] : [port]);
  };
  return {
    told,
    tell,
    guest() {
      const { port1, port2 } = new MessageChannel();
      tell({ do: 'serve' }, port1);
      return createClient(portChannel(port2));
    },
    crash: async () => void (await worker.terminate()),
    ended: once(worker, 'exit').then(([code]) => code as number),
  };
}
