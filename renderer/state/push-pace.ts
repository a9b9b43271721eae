/** Takes pushes as fast as the window can draw them: those that come while it draws are taken together, in their order. */
import type { PushListener } from '../../shared/api/contract.ts';

type Push = Parameters<PushListener>;

/** A hidden window draws no frames; it still has to keep up. */
const longestRestMs = 100;

export type PushPace = {
  hear(push: Push): void;
  /** The connection is gone: what waits belongs to it. */
  forget(): void;
};

export function createPushPace(take: (push: Push) => void): PushPace {
  let waiting: Push[] = [];
  let isResting = false;

  const goOn = () => {
    isResting = false;
    const all = waiting;
    waiting = [];
    for (const push of all) act(push);
  };
  const act = (push: Push) => {
    take(push);
    if (push[0] !== 'session.changed' || isResting) return;
    isResting = true;
    afterFrame(goOn);
  };

  return {
    hear(push) {
      const mustWait = waiting.length > 0 || (isResting && push[0] === 'session.changed');
      if (mustWait) waiting.push(push);
      else act(push);
    },
    forget() {
      waiting = [];
    },
  };
}

/** Calls once the next frame is handed over, or soon where none comes. */
function afterFrame(then: () => void): void {
  let isDone = false;
  const once = () => {
    if (!isDone) then();
    isDone = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, longestRestMs);
}
