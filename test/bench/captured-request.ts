/** Figure: a Pixel call that is captured, redacted, stored and answered, against mockttp that only answers it. */
import { type Figure, round } from './figure.ts';
import { type CallRun, openCallRun, pixelCall } from './rig/call-run.ts';
import { medianTimes } from './rounds.ts';

const REQUESTS = 200;
const ROUNDS = 15;

export const capturedRequest: Figure = {
  name: 'captured-request',
  what: 'Pixel call captured and stored against mockttp alone',
  unit: 'times',
  goal: { atMost: 1.3 },
  async measure() {
    const bare = await openCallRun('mockttp', new URL('rig/bare-mockttp.ts', import.meta.url));
    const ours = await openCallRun('captured', new URL('rig/twinlane-proxy.ts', import.meta.url));
    const contestants = [bare, ours].map((one: CallRun) => ({
      name: one.name,
      run: () => one.client.repeat(pixelCall('order-1001'), REQUESTS),
    }));
    const [bareMs = Number.NaN, oursMs = Number.NaN] = await medianTimes(contestants, ROUNDS);
    await Promise.all([bare.close(), ours.close()]);
    return {
      value: round(oursMs / bareMs),
      detail: `mockttp ${round(bareMs / REQUESTS)} ms, captured ${round(oursMs / REQUESTS)} ms a call`,
    };
  },
};
