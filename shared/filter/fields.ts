/** The keys of the filter language: what each is called, what it takes, and what it asks. */
import { verdicts, verdictWords } from '../view/verdict-words.ts';
import type { FieldName } from './query.ts';

/**
 * `text`: any value, `*` stands for any characters. `choice`: one of `values`. `key`: a field of an event by its name.
 * `number` and `duration` are compared; a duration needs a unit.
 */
type FieldKind = 'text' | 'choice' | 'key' | 'number' | 'duration';

export type FieldInfo = {
  kind: FieldKind;
  /** Other names for it: Meta's own, and those that users of other tools would try. */
  aliases: readonly string[];
  example: string;
  /** What it keeps, for the completion list. */
  meaning: string;
  /** Of a choice: what may stand there, with the other words for it. */
  choices?: Readonly<Record<string, readonly string[]>>;
};

const verdictChoices = Object.fromEntries(
  verdicts.map((verdict) => [verdict, [verdictWords[verdict].word.toLowerCase().replaceAll(' ', '-')]]),
);

export const fields: Readonly<Record<FieldName, FieldInfo>> = {
  event: { kind: 'text', aliases: ['event_name', 'name'], example: 'event:Purchase', meaning: 'Event name' },
  channel: {
    kind: 'choice',
    aliases: ['side'],
    example: 'channel:server',
    meaning: 'Side: other keys then ask that copy',
    choices: { browser: ['pixel'], server: ['capi'] },
  },
  paired: {
    kind: 'choice',
    aliases: ['joined'],
    example: 'paired:no',
    meaning: 'Whether Meta joins both sides',
    choices: { yes: ['true'], no: ['false'] },
  },
  verdict: {
    kind: 'choice',
    aliases: [],
    example: 'verdict:double-counted',
    meaning: 'What Meta makes of it',
    choices: verdictChoices,
  },
  issue: {
    kind: 'text',
    aliases: ['code', 'finding'],
    example: 'issue:id.mismatch',
    meaning: 'Finding code or family',
  },
  severity: {
    kind: 'choice',
    aliases: [],
    example: 'severity:error',
    meaning: 'How bad a finding is',
    choices: { error: [], warning: [], info: ['note'] },
  },
  has: { kind: 'key', aliases: [], example: 'has:fbc', meaning: 'A copy carries it' },
  missing: { kind: 'key', aliases: [], example: 'missing:em', meaning: 'A copy lacks it' },
  id: { kind: 'text', aliases: ['event_id', 'eid'], example: 'id:order_123', meaning: 'event_id, or b7, s4' },
  order: { kind: 'text', aliases: ['order_id'], example: 'order:1001', meaning: 'Order number' },
  url: { kind: 'text', aliases: ['page', 'event_source_url'], example: 'url:*checkout*', meaning: 'Page address' },
  dataset: {
    kind: 'text',
    aliases: ['pixel', 'dataset_id', 'pixel_id'],
    example: 'dataset:1234567890',
    meaning: 'Dataset',
  },
  outcome: {
    kind: 'choice',
    aliases: ['status'],
    example: 'outcome:blocked',
    meaning: 'What became of a copy',
    choices: { sent: [], blocked: [], aborted: [], failed: [], held: [], accepted: [], rejected: [], logged: [] },
  },
  value: { kind: 'number', aliases: [], example: 'value>100', meaning: 'Amount of the event' },
  currency: { kind: 'text', aliases: [], example: 'currency:EUR', meaning: 'Currency of the event' },
  gap: { kind: 'duration', aliases: [], example: 'gap>5s', meaning: 'Server time minus browser time' },
  delay: { kind: 'duration', aliases: ['late'], example: 'delay>1m', meaning: 'From happening to sending' },
  counted: { kind: 'number', aliases: [], example: 'counted:0', meaning: 'How often Meta counts it' },
};

export const fieldNames = Object.keys(fields) as FieldName[];

const byName = new Map<string, FieldName>(
  fieldNames.flatMap((name) => [name, ...fields[name].aliases].map((each): [string, FieldName] => [each, name])),
);

/** The key that goes by this name in any case; null where none does. */
export function fieldByName(name: string): FieldName | null {
  return byName.get(name.toLowerCase()) ?? null;
}

/** What people call the fields of an event that `has` and `missing` ask for, by Meta's names of them. */
const keyNames: Readonly<Record<string, string>> = {
  email: 'em',
  phone: 'ph',
  ip: 'client_ip_address',
  ua: 'client_user_agent',
  user_agent: 'client_user_agent',
  useragent: 'client_user_agent',
  externalid: 'external_id',
  id: 'event_id',
  eid: 'event_id',
  page: 'event_source_url',
  url: 'event_source_url',
  order: 'order_id',
  zip: 'zp',
};

/** Meta's name of a field that `has` and `missing` ask for. */
export function eventKeyOf(name: string): string {
  const lower = name.toLowerCase();
  return keyNames[lower] ?? lower;
}

/** The choice that a word stands for; null where it is none of them. */
export function choiceOf({ choices = {} }: FieldInfo, word: string): string | null {
  const lower = word.toLowerCase();
  return Object.keys(choices).find((choice) => choice === lower || choices[choice]?.includes(lower)) ?? null;
}
