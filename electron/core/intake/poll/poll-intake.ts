/** Takes the items of polled answers in, each once, as a log is taken in. */
import type { InputHandle } from '../../source.ts';
import { createLogIntake, type LogIntake, recordKeys } from '../log-intake.ts';
import type { PollItem } from './poll-answer.ts';
import { createSeenItems } from './seen-items.ts';

export type PollIntake = {
  /** `isPassedOver`: they only become known. */
  take(items: PollItem[], how: { isPassedOver: boolean }): Promise<void>;
  /** False while facts wait that cannot be stored; more are not asked for then. */
  isStored(): Promise<boolean>;
};

export function createPollIntake(handle: InputHandle): PollIntake {
  const seen = createSeenItems();
  const nextKey = recordKeys(handle);
  let answers = 0;
  let waiting: LogIntake[] = [];

  const isStored = async (): Promise<boolean> => {
    try {
      for (const intake of waiting) await intake.store();
      waiting = [];
      return true;
    } catch {
      return false; // The sink tells the user; it is tried again at the next round.
    }
  };

  return {
    isStored,
    async take(items, { isPassedOver }) {
      const lines = items.filter(({ own }) => seen.isNew(own)).map(({ line }) => line);
      if (lines.length === 0 || isPassedOver) return;
      answers += 1;
      const intake = createLogIntake({ handle, nextKey, placePrefix: `answer ${answers} ` });
      intake.push(Buffer.from(`${lines.join('\n')}\n`));
      intake.end();
      waiting.push(intake);
      await isStored();
    },
  };
}
