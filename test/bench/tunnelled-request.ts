/** Figure: a request of any other site through the proxy's tunnel, against the same request without the proxy. */

import { type Figure, round } from './figure.ts';
import { startHelper } from './rig/helper-process.ts';
import type { OriginReady } from './rig/origin.ts';
import { openClients } from './rig/parallel-clients.ts';
import { medianTimes } from './rounds.ts';

const REQUESTS = 300;
const ROUNDS = 15;

export const tunnelledRequest: Figure = {
  name: 'tunnelled-request',
  what: 'request through the tunnel against the same request direct, six at a time as a browser sends them',
  unit: 'times',
  goal: { atMost: 1.5 },
  async measure() {
    const origin = await startHelper<OriginReady>(new URL('rig/origin.ts', import.meta.url));
    const proxy = await startHelper<{ port: number }>(new URL('rig/twinlane-proxy.ts', import.meta.url));
    const route = { host: '127.0.0.1', ...origin.ready };
    const direct = await openClients({ ...route, proxy: null });
    const tunnelled = await openClients({ ...route, proxy: proxy.ready.port });
    const [directMs = Number.NaN, tunnelledMs = Number.NaN] = await medianTimes(
      [
        { name: 'direct', run: () => direct.repeat('/', REQUESTS) },
        { name: 'tunnelled', run: () => tunnelled.repeat('/', REQUESTS) },
      ],
      ROUNDS,
    );
    direct.close();
    tunnelled.close();
    await Promise.all([origin.stop(), proxy.stop()]);
    return {
      value: round(tunnelledMs / directMs),
      detail: `direct ${round(directMs / REQUESTS)} ms, tunnelled ${round(tunnelledMs / REQUESTS)} ms a request`,
    };
  },
};
