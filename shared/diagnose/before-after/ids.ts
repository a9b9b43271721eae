/** Examples of faulty ids, names and datasets. */
import { isAutomaticEventId } from '../../meta/automatic.ts';
import type { TrackedEvent } from '../../model/event.ts';
import { misplacedId } from '../../pair/traits.ts';
import {
  absent,
  alike,
  dataset,
  type ExampleField,
  eventId,
  eventName,
  form,
  type ShowExample,
  shown,
  value,
} from './example.ts';

const ownId = '‹one id for this action, the same on both sides›';

export const sameId = alike(eventId, ownId);
export const sameName = alike(eventName, '‹the same name on both sides›');
export const sameDataset = alike(dataset, '‹the same dataset on both sides›');

/** The script's own id gives way to the server's, or to one that both are to share. */
export const ownIdForAutomatic: ShowExample = (example) => {
  const { browser, server } = example;
  if (!isAutomaticEventId(browser?.eventId ?? '')) return [];
  const id = server?.eventId ?? null;
  const isOwn = id !== null && !isAutomaticEventId(id);
  return shown(eventId, example, {
    browser: isOwn ? value(id) : form(ownId),
    ...(server !== null && !isOwn && { server: form(ownId) }),
  });
};

export const idInItsPlace: ShowExample = (example) => {
  const event = example.events.find((each) => each.eventId === null && misplacedId(each) !== null);
  const found = event === undefined ? null : misplacedId(event);
  if (event === undefined || found === null) return [];
  const there: ExampleField = {
    field: found.field,
    group: 'identity',
    cells: [{ side: event.side, now: found.value, wanted: absent }],
  };
  return [there, ...shown(eventId, { ...example, [event.side]: event }, { [event.side]: value(found.value) })];
};

/** The first keeps the id. */
export const newIdEachTime: ShowExample = ({ browser, server, events }) => {
  const side = events.filter((event) => event.side === 'browser').length > 1 ? 'browser' : 'server';
  const [first, second] = events.filter((event) => event.side === side);
  if (first === undefined || second === undefined || (browser ?? server) === null) return [];
  return [ofAction('first', first, false), ofAction('next', second, true)];
};

function ofAction(which: string, { side, eventId: now }: TrackedEvent, isNew: boolean): ExampleField {
  const wanted = isNew ? form('‹an id of its own›') : ({ kind: 'kept' } as const);
  return { field: `event_id of the ${which}`, group: 'identity', cells: [{ side, now, wanted }] };
}
