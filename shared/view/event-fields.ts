/** One event as a list of names and texts, in the groups in which a person looks for them. */
import type { TrackedEvent } from '../model/event.ts';
import type { Json } from '../model/json.ts';

/** `isPersonal`: its values tell who somebody is. */
export type FieldGroup = { title: string; isPersonal: boolean; fields: { name: string; value: string }[] };

/** Empty groups and fields without a value are left out. */
export function eventFields(event: TrackedEvent): FieldGroup[] {
  const groups: FieldGroup[] = [
    { title: 'Event', isPersonal: false, fields: present(ownFields(event)) },
    { title: 'Customer information', isPersonal: true, fields: present(matchFields(event)) },
    { title: 'Custom data', isPersonal: false, fields: jsonFields(event.customData) },
    { title: 'Everything else on the wire', isPersonal: false, fields: jsonFields(event.other) },
  ];
  return groups.filter((group) => group.fields.length > 0);
}

function ownFields(event: TrackedEvent): [string, string | null][] {
  return [
    ['event_name', event.eventName],
    ['event_id', event.eventId],
    ['dataset', event.datasetId],
    [event.hasOwnTime ? 'event time' : 'seen (no own time)', isoTime(event.at)],
    ['sent', event.seenAt === null ? null : isoTime(event.seenAt)],
    ['outcome', event.answer === null ? event.outcome : `${event.outcome} (${event.answer})`],
    ...(event.side === 'browser'
      ? ([['transport', event.transport]] as [string, string | null][])
      : ([
          ['action_source', event.actionSource],
          ['test_event_code', event.testEventCode],
          ['refused because', event.rejection?.message ?? null],
        ] as [string, string | null][])),
    ['page', event.url],
    ['role', event.role === 'event' ? null : event.role],
  ];
}

function matchFields(event: TrackedEvent): [string, string | null][] {
  return [
    ['fbp', event.fbp],
    ['fbc', event.fbc],
    ...Object.entries(event.userData).map(([name, values]): [string, string] => [name, values.join(', ')]),
    ['client_ip_address', event.side === 'server' ? event.ip : null],
    ['user agent', event.userAgent],
  ];
}

function present(fields: [string, string | null][]): FieldGroup['fields'] {
  return fields.flatMap(([name, value]) => (value === null || value === '' ? [] : [{ name, value }]));
}

function jsonFields(values: Record<string, Json>): FieldGroup['fields'] {
  return Object.entries(values).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value, null, 1),
  }));
}

function isoTime(at: number): string {
  return Number.isFinite(at) && Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : 'not a valid time';
}
