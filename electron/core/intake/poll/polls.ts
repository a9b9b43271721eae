/** The addresses that a recording polls: those of its start, and those that the person adds or corrects meanwhile. */
import type { InputHandle, Source } from '../../source.ts';
import { readPollAddress } from './poll-address.ts';
import { type PolledEndpoint, type PollOptions, pollEndpoint } from './poll-endpoint.ts';

export type Polls = Source & {
  /**
   * Resolves after the first round. `instead`: the name of a polled address that ends then; the same address once more
   * takes the place of itself, as with another header. Throws a Refusal where the address is none; nothing ends then.
   */
  start(options: PollOptions, instead: string | null): Promise<void>;
};

type Needs = {
  open(name: string): InputHandle;
  notice(level: 'info' | 'warning', text: string): void;
};

export function createPolls({ open, notice }: Needs): Polls {
  const running = new Map<string, PolledEndpoint>();

  async function end(name: string): Promise<void> {
    const ending = running.get(name);
    running.delete(name);
    await ending?.close();
  }

  return {
    async start(options, instead) {
      const { name } = readPollAddress(options.url);
      if (instead !== null) await end(instead);
      await end(name);
      const poll = pollEndpoint(options, { handle: open(name), notice });
      running.set(name, poll);
      await poll.ready;
    },
    close: async () => void (await Promise.all([...running.keys()].map(end))),
  };
}
