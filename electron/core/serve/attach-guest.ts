/** Makes one channel a guest of the core: its calls are served, every push reaches it, until either side ends it. */
import type { Channel } from '../../../shared/api/channel.ts';
import { type ServedGuest, serveHandlers } from '../../../shared/api/serve.ts';
import type { Core } from '../core.ts';
import { logInternal } from './log-internal.ts';

export function attachGuest(channel: Channel, core: Pick<Core, 'handlers' | 'onPush'>): ServedGuest {
  const guest = serveHandlers(channel, core.handlers, { onInternal: logInternal });
  const endPushes = core.onPush(guest.push);
  channel.onClose(endPushes);
  return guest;
}
