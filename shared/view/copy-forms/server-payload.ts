/** One event as a Conversions API payload would carry it: a browser event as the server could have sent it. */
import type { TrackedEvent } from '../../model/event.ts';
import type { Json } from '../../model/json.ts';

export type ServerPayload = { [name: string]: Json };

/** Fields without a value are left out; `event_time` in whole seconds. */
export function serverPayload(event: TrackedEvent): ServerPayload {
  const { eventName, eventId, at, url, userData, fbp, fbc, userAgent, customData } = event;
  const server = event.side === 'server' ? event : null;
  return withoutNothing({
    event_name: eventName,
    event_time: Math.floor(at / 1000),
    event_id: eventId,
    event_source_url: url,
    action_source: server?.actionSource ?? 'website',
    user_data: withoutNothing({
      ...userData,
      fbp,
      fbc,
      client_ip_address: server?.ip ?? null,
      client_user_agent: userAgent,
    }),
    custom_data: Object.keys(customData).length === 0 ? null : customData,
  });
}

function withoutNothing(fields: Record<string, Json>): ServerPayload {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ''));
}
