/** Lays the two copies of a pair side by side, field by field. */
import { stripSuffix } from '../meta/cookies.ts';
import { readAmount } from '../meta/money.ts';
import type { BrowserEvent, ServerEvent } from '../model/event.ts';
import type { Json } from '../model/json.ts';
import { isoTime } from '../report/build-report.ts';
import { compareStates } from './comparison-order.ts';
import type { FieldComparison } from './rows.ts';

type Field = { field: string; group: FieldComparison['group']; browser: Json; server: Json; isSame?: boolean };

/** Either copy may be missing; fields that neither has are left out. Differences come first. */
export function compareCopies(browser: BrowserEvent | null, server: ServerEvent | null): FieldComparison[] {
  const fields = [
    ...identity(browser, server),
    ...matchKeys(browser, server),
    ...content(browser, server),
    ...context(browser, server),
  ];
  return fields
    .map(toComparison)
    .filter((comparison) => comparison !== null)
    .sort(compareStates);
}

function identity(browser: BrowserEvent | null, server: ServerEvent | null): Field[] {
  const pick = (field: string, read: (event: BrowserEvent | ServerEvent) => Json): Field => ({
    field,
    group: 'identity',
    browser: browser === null ? null : read(browser),
    server: server === null ? null : read(server),
  });
  return [
    pick('dataset', ({ datasetId }) => datasetId),
    pick('event_name', ({ eventName }) => eventName),
    pick('event_id', ({ eventId }) => eventId),
    { ...pick('event time', ({ at }) => isoTime(at)), isSame: isClose(browser, server) },
  ];
}

/** A second or two between two clocks is no difference worth a look. */
function isClose(browser: BrowserEvent | null, server: ServerEvent | null): boolean {
  return browser !== null && server !== null && Math.abs(browser.at - server.at) < 2000;
}

function matchKeys(browser: BrowserEvent | null, server: ServerEvent | null): Field[] {
  const keys = new Set([...Object.keys(browser?.userData ?? {}), ...Object.keys(server?.userData ?? {})]);
  const hashes: Field[] = [...keys].sort().map((key) => ({
    field: key,
    group: 'match keys',
    browser: listText(browser?.userData[key]),
    server: listText(server?.userData[key]),
  }));
  const cookies: Field[] = (['fbp', 'fbc'] as const).map((key) => ({
    field: key,
    group: 'match keys',
    browser: browser?.[key] ?? null,
    server: server?.[key] ?? null,
    isSame: stripSuffix(browser?.[key] ?? '') === stripSuffix(server?.[key] ?? ''),
  }));
  const ip: Field = { field: 'client_ip_address', group: 'match keys', browser: null, server: server?.ip ?? null };
  const agent: Field = {
    field: 'user agent',
    group: 'match keys',
    browser: browser?.userAgent ?? null,
    server: server?.userAgent ?? null,
  };
  return [...cookies, ...hashes, ip, agent];
}

function listText(values: string[] | undefined): string | null {
  return values === undefined || values.length === 0 ? null : values.map(stripSuffix).join(', ');
}

function content(browser: BrowserEvent | null, server: ServerEvent | null): Field[] {
  const keys = new Set([...Object.keys(browser?.customData ?? {}), ...Object.keys(server?.customData ?? {})]);
  return [...keys].sort().map((key) => {
    const [left, right] = [browser?.customData[key] ?? null, server?.customData[key] ?? null];
    return { field: key, group: 'content', browser: left, server: right, isSame: isSameContent(left, right) };
  });
}

/** The Pixel's wire knows only text: `"49.9"` and `49.9` are the same; lists are compared without order. */
function isSameContent(left: Json, right: Json): boolean {
  const [a, b] = [readAmount(left), readAmount(right)];
  if (a !== null && b !== null) return a === b;
  return canonical(left) === canonical(right);
}

function canonical(value: Json): string {
  if (Array.isArray(value)) return JSON.stringify(value.map(canonical).sort());
  if (value === null || typeof value !== 'object') return String(value);
  return JSON.stringify(
    Object.entries(value)
      .map(([key, item]) => [key, canonical(item)])
      .sort(),
  );
}

function context(browser: BrowserEvent | null, server: ServerEvent | null): Field[] {
  return [
    { field: 'page', group: 'context', browser: browser?.url ?? null, server: server?.url ?? null },
    { field: 'action_source', group: 'context', browser: null, server: server?.actionSource ?? null },
    { field: 'outcome', group: 'context', browser: outcome(browser), server: outcome(server), isSame: true },
  ];
}

function outcome(event: BrowserEvent | ServerEvent | null): string | null {
  if (event === null) return null;
  return event.answer === null ? event.outcome : `${event.outcome} (${event.answer})`;
}

function toComparison({ field, group, browser, server, isSame }: Field): FieldComparison | null {
  const [left, right] = [textOf(browser), textOf(server)];
  if (left === null && right === null) return null;
  const state = stateOf(left, right, isSame ?? left === right);
  return { field, group, browser: left, server: right, state };
}

function stateOf(left: string | null, right: string | null, isSame: boolean): FieldComparison['state'] {
  if (right === null) return 'browser-only';
  if (left === null) return 'server-only';
  return isSame ? 'same' : 'differs';
}

function textOf(value: Json): string | null {
  if (value === null || value === '') return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
