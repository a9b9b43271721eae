/** Gives a worker thread the `process.parentPort` of Electron's utilityProcess, before its own code runs. */
import { type MessagePort, parentPort } from 'node:worker_threads';
import { asMainPort } from '../transports.ts';

type Message = { data: unknown; ports: MessagePort[] };

Reflect.set(process, 'parentPort', {
  on(event: 'message', listener: (message: { data: unknown; ports: unknown[] }) => void) {
    parentPort?.on(event, ({ data, ports }: Message) => listener({ data, ports: ports.map(asMainPort) }));
  },
  postMessage: (message: unknown) => parentPort?.postMessage(message),
});
