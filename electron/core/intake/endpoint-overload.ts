/** Keeps in the session that requests were sent away, without one more write for each of them. */
import { plural } from '../../../shared/view/plural.ts';
import type { InputHandle } from '../source.ts';
import { isStored } from './endpoint-take.ts';

/** Told at the first one, and then for all since together. */
const tellEveryMs = 5_000;

export type Overload = { add(): void; close(): void };

export function createOverload(handle: InputHandle): Overload {
  let sentAway = 0;
  let timer: NodeJS.Timeout | null = null;

  const tell = () => {
    timer = null;
    if (sentAway === 0) return;
    const reason = `More came than could be stored at once: ${plural(sentAway, 'request')} got 429 and should be sent again.`;
    sentAway = 0;
    timer = setTimeout(tell, tellEveryMs).unref();
    void isStored(handle, [{ kind: 'problem', input: handle.input.id, place: 'requests', reason }]);
  };

  return {
    add: () => {
      sentAway += 1;
      handle.count(false);
      timer ??= setTimeout(tell, 0);
    },
    close: () => {
      if (timer !== null) clearTimeout(timer);
      tell();
      if (timer !== null) clearTimeout(timer);
    },
  };
}
