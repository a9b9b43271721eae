/** Examples of times and requests, and of a copy that one side does not send. */
import type { ServerEvent, TrackedEvent } from '../../model/event.ts';
import {
  absent,
  type Example,
  eventId,
  eventName,
  form,
  kept,
  type Reader,
  type ShowExample,
  shown,
  textOf,
  together,
  value,
} from './example.ts';

const happened: Reader = { field: 'event time', group: 'identity', of: ({ at }) => timeText(at) };
const sent: Reader = {
  field: 'sent',
  group: 'identity',
  of: ({ seenAt }) => (seenAt === null ? null : timeText(seenAt)),
};
const rawTime: Reader = {
  field: 'event_time',
  group: 'identity',
  of: ({ other, at }) => textOf(other['event_time']) ?? String(Math.floor(at / 1000)),
};
const page: Reader = { field: 'page', group: 'context', of: ({ url }) => url };
const actionSource = ofServer('action_source', ({ actionSource: source }) => source);
const testCode = ofServer('test_event_code', ({ testEventCode }) => testEventCode);

function ofServer(field: string, read: (event: ServerEvent) => string | null): Reader {
  return { field, group: 'context', of: (event) => (event.side === 'server' ? read(event) : null) };
}

/** ISO 8601 in UTC, as in the comparison of both copies. */
function timeText(ms: number): string {
  return Number.isFinite(ms) && Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : 'no time';
}

const secondsForm = form('‹whole seconds since 1970, such as 1795494120›');

/** The Pixel's time tells it, where there is a Pixel call. */
export const timeInSeconds: ShowExample = (example) => {
  const { browser } = example;
  const server = example.events.find((event) => event.side === 'server' && event.other['event_time'] !== undefined);
  if (server?.side !== 'server') return [];
  const wanted = browser === null ? secondsForm : value(String(Math.floor(browser.at / 1000)));
  return shown(rawTime, { ...example, browser: null, server }, { server: wanted });
};

/** When the action happened, by the Pixel; else not after it was sent. */
export const timeOfTheAction: ShowExample = (example) => {
  const wanted =
    example.browser === null
      ? form('‹when the action happened, before it is sent›')
      : value(timeText(example.browser.at));
  return [...shown(happened, example, { server: wanted }), ...facts(sent, example)];
};

export const sentAtOnce: ShowExample = (example) => [
  ...facts(happened, example),
  ...shown(sent, example, { server: form('‹within seconds of the action›') }),
];

/** What stays as it is, to see the change by. */
function facts({ field, group, of }: Reader, example: Example): ReturnType<ShowExample> {
  const cells = (['browser', 'server'] as const).flatMap((side) => {
    const event = example[side];
    const now = event === null ? null : of(event);
    return now === null ? [] : [{ side, now, wanted: kept }];
  });
  return cells.length === 0 ? [] : [{ field, group, cells }];
}

export const websiteAsSource: ShowExample = (example) => shown(actionSource, example, { server: value('website') });

export const pageOfTheAction: ShowExample = (example) => {
  const url = example.browser?.url ?? null;
  return shown(page, example, { server: url === null ? form('‹the page on which it happened›') : value(url) });
};

export const noTestCode: ShowExample = (example) => {
  const server = example.events.find((event) => event.side === 'server' && event.testEventCode !== null);
  return server?.side === 'server' ? shown(testCode, { ...example, server }, { server: absent }) : [];
};

/** The copy that is missing names the same event and id. */
export function copyOn(side: 'browser' | 'server'): ShowExample {
  return (example) => {
    const there = side === 'server' ? example.browser : example.server;
    return there === null ? [] : together(asThere(eventName, there, side), asThere(eventId, there, side))(example);
  };
}

function asThere(reader: Reader, there: TrackedEvent, side: 'browser' | 'server'): ShowExample {
  const text = reader.of(there);
  const wanted = text === null ? form('‹one id for this action, the same on both sides›') : value(text);
  return (example) => shown(reader, example, { [side]: wanted, ...(text === null && { [there.side]: wanted }) });
}
