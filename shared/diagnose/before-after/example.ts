/** One pair as an example of a fault: its fields as they are, and how they should look. */
import type { BrowserEvent, ServerEvent, Side, TrackedEvent } from '../../model/event.ts';
import type { Json } from '../../model/json.ts';
import type { FieldComparison } from '../../view/rows.ts';
import { customerValues } from '../customer-values.ts';
import type { FieldNote } from '../field-notes.ts';

/**
 * `value`: this very text. `form`: a text of this form, where the right value is known to the site alone. `absent`: the
 * field should not be there. `kept`: it is right as it is.
 */
export type Wanted = { kind: 'value' | 'form'; text: string } | { kind: 'absent' | 'kept' };

/** `now`: null where the copy lacks the field, or is not there. */
type ExampleCell = { side: Side; now: string | null; wanted: Wanted };

/** `group` says how a value is masked, as in a comparison of both copies. */
export type ExampleField = { field: string; group: FieldComparison['group']; cells: ExampleCell[] };

/** The copies that are compared, all events of the pair, and what is amiss with single fields. */
export type Example = {
  browser: BrowserEvent | null;
  server: ServerEvent | null;
  events: readonly TrackedEvent[];
  notes: readonly FieldNote[];
};

/** Says for one rule what its example shows; nothing where this pair shows nothing. */
export type ShowExample = (example: Example) => ExampleField[];

/** One field, and how it is read off an event. */
export type Reader = { field: string; group: ExampleField['group']; of(event: TrackedEvent): string | null };

export const value = (text: string): Wanted => ({ kind: 'value', text });
export const form = (text: string): Wanted => ({ kind: 'form', text });
export const kept: Wanted = { kind: 'kept' };
export const absent: Wanted = { kind: 'absent' };

export const eventId: Reader = { field: 'event_id', group: 'identity', of: (event) => event.eventId };
export const eventName: Reader = { field: 'event_name', group: 'identity', of: (event) => event.eventName };
export const dataset: Reader = { field: 'dataset', group: 'identity', of: (event) => event.datasetId };

/** One of custom data, by its name. */
export function contentField(field: string): Reader {
  return { field, group: 'content', of: ({ customData }) => textOf(customData[field]) };
}

/** A customer field by Meta's short key, wherever on the wire it stands. */
export function keyField(field: string): Reader {
  return { field, group: 'match keys', of: (event) => customerValues(event).get(field)?.join(', ') || null };
}

/** Null for what is as good as absent. */
export function textOf(json: Json | undefined): string | null {
  if (json === undefined || json === null || json === '') return null;
  return typeof json === 'string' ? json : JSON.stringify(json);
}

/** The field on both sides that have a copy, and on those that are to get one. */
export function shown(reader: Reader, example: Example, changes: { [S in Side]?: Wanted }): ExampleField[] {
  const cells = (['browser', 'server'] as const).flatMap((side) => {
    const event = example[side];
    if (event === null && changes[side] === undefined) return [];
    return [{ side, now: event === null ? null : reader.of(event), wanted: changes[side] ?? kept }];
  });
  const isChanged = cells.some(({ wanted }) => wanted.kind !== 'kept');
  return isChanged ? [{ field: reader.field, group: reader.group, cells }] : [];
}

/** The same on both sides: the browser's where it has one, since the page is where an action begins. */
export function alike(reader: Reader, fallback: string): ShowExample {
  return (example) => {
    const { browser, server } = example;
    const [left, right] = [browser && reader.of(browser), server && reader.of(server)];
    const text = left ?? right;
    const wanted = text === null ? form(fallback) : value(text);
    return shown(reader, example, {
      ...((left === null || left !== text) && { browser: wanted }),
      ...((right === null || right !== text) && { server: wanted }),
    });
  };
}

/** All that several say, one after the other. */
export function together(...parts: ShowExample[]): ShowExample {
  return (example) => parts.flatMap((part) => part(example));
}
