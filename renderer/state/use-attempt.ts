/** An action of a dialog, which says itself why it was refused: what lies under a dialog is not read. */
import { useState } from 'react';
import { Refusal } from '../../shared/api/errors.ts';

export type Attempt = {
  isBusy: boolean;
  refusal: string | null;
  /** Resolves to whether it succeeded. */
  run(action: () => Promise<unknown>): Promise<boolean>;
};

export function useAttempt(): Attempt {
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const run = async (action: () => Promise<unknown>) => {
    setIsBusy(true);
    setRefusal(null);
    try {
      await action();
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error.message);
      return false;
    } finally {
      setIsBusy(false);
    }
  };
  return { isBusy, refusal, run };
}
