/** One event as the Pixel call that sends it. */
import { standardEvents } from '../../meta/standard-events.ts';
import type { TrackedEvent } from '../../model/event.ts';

/** Aimed at its own dataset where that is known, so that a page with several Pixels sends it once. */
export function fbqCall({ eventName, eventId, datasetId, customData }: TrackedEvent): string {
  const isStandard = standardEvents.has(eventName);
  const kind = isStandard ? 'track' : 'trackCustom';
  const target =
    datasetId === null ? [`'${kind}'`] : [`'${isStandard ? 'trackSingle' : 'trackSingleCustom'}'`, quoted(datasetId)];
  const data = JSON.stringify(customData, null, 2);
  const id = eventId === null ? [] : [`{ eventID: ${quoted(eventId)} }`];
  return `fbq(${[...target, quoted(eventName), data, ...id].join(', ')});`;
}

function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
