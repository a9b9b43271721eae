/** Keeps the core running in a utilityProcess: starts it, hands it guests, starts it once more after a crash. */
import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { FromCore, ToCore } from '../../shared/api/core-messages.ts';
import { afterCoreExit } from './decisions/after-exit.ts';

export type CoreProcess = {
  /** The core serves this end; frames sent before it is up wait in the port. */
  serve(port: MessagePortMain): void;
  open(path: string): void;
  /** Resolves when the process has ended: by itself, or by force after five seconds. */
  close(): Promise<void>;
};

export type CoreProcessOptions = {
  modulePath: string;
  /** The old guests' ports are closed; give the new core theirs. */
  onRestart(): void;
  onGiveUp(text: string): void;
};

const CLOSING_MS = 5000;

export function startCoreProcess({ modulePath, onRestart, onGiveUp }: CoreProcessOptions): CoreProcess {
  let session: string | null = null;
  let failure: string | null = null;
  let restarts = 0;
  let ended: (() => void) | null = null;
  let child: UtilityProcess | null = start();

  function start(): UtilityProcess {
    const started = utilityProcess.fork(modulePath, [], { serviceName: 'Twinlane core' });
    started.on('message', (message: FromCore) => {
      if (message.did === 'change-session') session = message.path;
      else failure = message.message;
    });
    started.on('exit', onExit);
    post(started, { do: 'start', reopen: session });
    return started;
  }

  function onExit(): void {
    child = null;
    const sequel = afterCoreExit({ isClosing: ended !== null, failure, restarts });
    ended?.();
    if (sequel.next === 'give-up') onGiveUp(sequel.text);
    if (sequel.next !== 'restart') return;
    restarts += 1;
    child = start();
    onRestart();
  }

  return {
    serve(port) {
      if (child === null) port.close();
      else post(child, { do: 'serve' }, [port]);
    },
    open(path) {
      if (child !== null) post(child, { do: 'open', path });
    },
    close() {
      const closing = child;
      if (closing === null) return Promise.resolve();
      return new Promise((resolve) => {
        const force = setTimeout(() => closing.kill(), CLOSING_MS);
        ended = () => {
          clearTimeout(force);
          resolve();
        };
        post(closing, { do: 'close' });
      });
    },
  };
}

function post(child: UtilityProcess, message: ToCore, ports: MessagePortMain[] = []): void {
  child.postMessage(message, ports);
}
