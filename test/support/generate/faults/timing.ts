/** Events that leave late, or whose time is wrong. */
import { copiesOf } from '../draft.ts';
import { everyPart, type Fault } from '../fault.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export const timingFaults: readonly Fault[] = [
  {
    name: 'a slow queue',
    codes: ['time.late'],
    touches: ['time'],
    needsLog: ['time'],
    apply(draft) {
      const { pixel, capi } = copiesOf(draft);
      capi.sentAt = pixel.at + draft.random.int(2 * minuteMs, 50 * minuteMs);
    },
  },
  {
    name: 'an hourly job',
    codes: ['time.late'],
    touches: ['time'],
    needsLog: ['time'],
    apply(draft) {
      const { pixel, capi } = copiesOf(draft);
      capi.sentAt = pixel.at + draft.random.int(2 * hourMs, 6 * hourMs);
    },
  },
  {
    name: 'a job that runs every other day',
    codes: ['time.outside-window', 'time.late'],
    touches: ['time', 'id', 'twin'],
    needsLog: ['time'],
    apply(draft) {
      const { pixel, capi } = copiesOf(draft);
      capi.sentAt = pixel.at + draft.random.int(50 * hourMs, 70 * hourMs);
    },
  },
  {
    name: 'event_time in milliseconds',
    codes: ['time.wrong-unit'],
    tolerated: ['request.invalid'],
    touches: ['time'],
    apply(draft) {
      const { pixel, capi } = copiesOf(draft);
      capi.event.event_time = pixel.at;
    },
  },
  {
    name: 'event_time as ISO text',
    codes: ['time.wrong-unit'],
    tolerated: ['request.invalid'],
    touches: ['time'],
    apply(draft) {
      const { pixel, capi } = copiesOf(draft);
      capi.event.event_time = new Date(pixel.at).toISOString();
    },
  },
  {
    name: 'event_time far in the future',
    codes: ['time.future'],
    touches: ['time'],
    needsLog: ['time'],
    apply(draft) {
      const { capi } = copiesOf(draft);
      capi.event.event_time = Math.floor(capi.sentAt / 1000) + draft.random.int(30 * 60, 5 * 3600);
    },
  },
  {
    name: 'an event of last week',
    codes: ['time.too-old'],
    tolerated: ['time.late', 'request.invalid', 'delivery.rejected', 'coverage.browser-missing'],
    touches: everyPart,
    needsLog: ['time'],
    apply(draft) {
      const { capi } = copiesOf(draft);
      capi.event.event_time = Math.floor(capi.sentAt / 1000) - draft.random.int(8, 30) * 86_400;
      capi.event.action_source = 'phone_call';
      draft.pixel.length = 0;
    },
  },
];
