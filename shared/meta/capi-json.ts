/** Writes a server event as the object that its request held: the inverse of reading it, as far as checks need it. */
import type { ServerEvent } from '../model/event.ts';
import type { JsonObject } from '../model/json.ts';

/**
 * Fields that could not be read come back as they were sent. What the source does not show is filled with something
 * that Graph takes: of what nobody saw nothing can be said.
 */
export function toCapiJson(event: ServerEvent): JsonObject {
  const { other, shows } = event;
  const json: JsonObject = {
    event_name: event.eventName,
    user_data: shows.userData ? userDataOf(event) : notShown,
    custom_data: shows.customData ? event.customData : { value: 0 },
  };
  if (event.hasOwnTime) json.event_time = Math.floor(event.at / 1000);
  if (event.eventId !== null) json.event_id = event.eventId;
  if (event.actionSource !== null) json.action_source = event.actionSource;
  if (event.url !== null) json.event_source_url = event.url;
  for (const key in other) {
    const value = other[key] ?? null;
    if (value === null) delete json[key];
    else json[key] = value;
  }
  return json;
}

/** Enough for every action source. */
const notShown: JsonObject = { external_id: 'not shown', page_id: 'not shown', ctwa_clid: 'not shown' };

function userDataOf({ userData, ip, userAgent, fbp, fbc }: ServerEvent): JsonObject {
  return { ...userData, client_ip_address: ip, client_user_agent: userAgent, fbp, fbc };
}
