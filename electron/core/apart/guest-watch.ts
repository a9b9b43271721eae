/** Ends a second core when its window is gone: nobody would find it again, and it holds its session file. */
import type { Core } from '../core.ts';

export type GuestWatch = {
  /** The core as its host is to see it. */
  core: Pick<Core, 'handlers' | 'onPush'>;
  close(): void;
};

type WatchOptions = {
  /** Time for the first window to come, and for one that is loaded anew or wakes up to come back. */
  patienceMs: number;
  onAlone(): void;
};

/** While something is recorded nobody has to look. */
export function watchGuests(core: Core, { patienceMs, onAlone }: WatchOptions): GuestWatch {
  let guests = 0;
  let timer: NodeJS.Timeout | undefined;
  const isRecording = async () => {
    const { status } = await core.handlers['session.snapshot']({});
    return status.capture.state === 'recording' || status.capture.state === 'starting';
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const isBusy = await isRecording();
      if (guests > 0) return;
      if (isBusy) wait();
      else onAlone();
    }, patienceMs);
  };
  wait();
  return {
    core: {
      handlers: core.handlers,
      onPush(listener) {
        guests += 1;
        clearTimeout(timer);
        const end = core.onPush(listener);
        return () => {
          end();
          guests -= 1;
          if (guests === 0) wait();
        };
      },
    },
    close: () => clearTimeout(timer),
  };
}
