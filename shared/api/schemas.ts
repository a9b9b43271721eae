/** zod schemas of the model types that cross the contract; each is held to its type by the compiler. */
import { z } from 'zod';
import type { FieldNote } from '../diagnose/field-notes.ts';
import type { EventId, TrackedEvent } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { Json } from '../model/json.ts';
import { labelColours, type SessionLabel } from '../model/label.ts';
import type { Mark } from '../model/mark.ts';
import type { Pair } from '../model/pair.ts';
import type { SessionStatus } from '../model/session.ts';
import type { Step } from '../model/step.ts';
import type { WayCheck } from '../model/way-check.ts';
import type { ReportSummary } from '../report/report.ts';
import type { EventRow, FieldComparison } from '../view/rows.ts';

const eventId = z.custom<EventId>((value) => typeof value === 'string' && /^[bs]\d+$/.test(value));
const json: z.ZodType<Json> = z.json();
const nullableText = z.string().nullable();
const source = z.object({ input: z.number(), at: z.string() });

export const eventRowSchema: z.ZodType<EventRow> = z.object({
  id: eventId,
  side: z.enum(['browser', 'server']),
  datasetId: nullableText,
  eventName: z.string(),
  eventId: nullableText,
  role: z.enum(['event', 'copy', 'automatic', 'amendment']),
  at: z.number(),
  seenAt: z.number().nullable(),
  url: nullableText,
  outcome: z.enum(['sent', 'blocked', 'aborted', 'failed', 'held', 'accepted', 'rejected', 'logged']),
  counts: z.boolean(),
  keys: z.array(z.string()),
  hidden: z.array(z.enum(['userData', 'customData'])),
  value: z.number().nullable(),
  currency: nullableText,
  visitor: nullableText,
});

export const pairSchema: z.ZodType<Pair> = z.object({
  key: z.string(),
  datasetId: nullableText,
  eventName: z.string(),
  verdict: z.enum(['deduplicated', 'fallback', 'double-counted', 'browser-only', 'server-only']),
  rule: z.enum(['P1', 'P2', 'P3']).nullable(),
  browser: z.array(eventId),
  server: z.array(eventId),
  order: nullableText,
  gapMs: z.number().nullable(),
  kept: eventId.nullable(),
  counted: z.number(),
  actions: z.number(),
  repeatOf: nullableText,
  evidence: z.array(z.object({ kind: z.string(), browser: z.string(), server: z.string() })),
  why: z.string(),
  at: z.number(),
  candidates: z.array(z.string()),
});

export const findingSchema: z.ZodType<Finding> = z.object({
  key: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  title: z.string(),
  detail: z.string(),
  fix: z.string(),
  eventsManager: nullableText,
  source: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  pair: nullableText,
  events: z.array(eventId),
  evidence: z.object({ browser: nullableText, server: nullableText }),
  causedBy: nullableText,
});

const pairCounts = {
  deduplicated: z.number(),
  fallback: z.number(),
  doubleCounted: z.number(),
  browserOnly: z.number(),
  serverOnly: z.number(),
};

export const summarySchema: z.ZodType<ReportSummary> = z.object({
  browserEvents: z.number(),
  serverEvents: z.number(),
  orders: z.number(),
  pairs: z.object(pairCounts),
  countedByMeta: z.number(),
  distinctActions: z.number(),
  findings: z.object({ error: z.number(), warning: z.number(), info: z.number() }),
  byEventName: z.array(
    z.object({
      eventName: z.string(),
      browserEvents: z.number(),
      serverEvents: z.number(),
      orders: z.number(),
      coverage: z.number().nullable(),
      ...pairCounts,
    }),
  ),
});

export const markSubjectSchema = z.enum(['moment', 'pair', 'cause']);

export const stepSchema: z.ZodType<Step> = z.object({ name: z.string(), at: z.number() });

export const markSchema: z.ZodType<Mark> = z.object({
  about: markSubjectSchema,
  key: z.string(),
  text: z.string(),
  at: z.number(),
});

export const labelSchema: z.ZodType<SessionLabel> = z.object({
  name: nullableText,
  note: z.string(),
  colour: z.enum(labelColours).nullable(),
  isPinned: z.boolean(),
});

export const modeSchema = z.enum(['hold', 'forward']);

export const endpointValidationSchema = z.enum(['strict', 'lenient']);

const inputKind = z.enum(['har', 'browser-ndjson', 'log', 'orders', 'endpoint', 'proxy', 'browser', 'session']);

export const wayCheckSchema: z.ZodType<WayCheck> = z.object({
  way: inputKind,
  name: z.string(),
  input: z.number().nullable(),
  state: z.enum(['ok', 'waiting', 'failed']),
  detail: z.string(),
  advice: nullableText,
  lastEventAt: z.number().nullable(),
});

const captureState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('idle') }),
  z.object({ state: z.literal('starting'), what: z.string() }),
  z.object({ state: z.literal('recording'), url: nullableText, browser: nullableText, since: z.number() }),
  z.object({ state: z.literal('stopped'), reason: z.string() }),
  z.object({ state: z.literal('failed'), reason: z.string(), advice: z.string() }),
]);

export const statusSchema: z.ZodType<SessionStatus> = z.object({
  capture: captureState,
  mode: modeSchema,
  file: nullableText,
  label: labelSchema.nullable(),
  fileBytes: z.number().nullable(),
  reading: z.object({ name: z.string(), doneBytes: z.number(), totalBytes: z.number() }).nullable(),
  proxy: nullableText,
  endpoint: nullableText,
  endpointMode: z.object({ validation: endpointValidationSchema, forward: z.boolean(), allow: z.array(z.string()) }),
  certificate: nullableText,
  demoShop: nullableText,
  trustedHosts: z.array(z.string()),
  upstreamProxy: nullableText,
  lan: z
    .object({ page: z.string(), proxy: z.string(), until: z.number(), qr: z.string(), devices: z.number() })
    .nullable(),
  otherRequests: z.number(),
  heldCalls: z.number(),
  forwardedCalls: z.number(),
  inputs: z.array(
    z.object({
      id: z.number(),
      kind: inputKind,
      name: z.string(),
      records: z.number(),
      skipped: z.number(),
      problems: z.array(z.object({ at: z.string(), reason: z.string() })),
      readings: z.array(z.string()).exactOptional(),
    }),
  ),
  notices: z.array(
    z.object({ level: z.enum(['info', 'warning', 'error']), text: z.string(), trustHost: z.string().exactOptional() }),
  ),
});

const eventBase = {
  datasetId: nullableText,
  eventName: z.string(),
  eventId: nullableText,
  role: z.enum(['event', 'copy', 'automatic', 'amendment']),
  at: z.number(),
  hasOwnTime: z.boolean(),
  seenAt: z.number().nullable(),
  source,
  url: nullableText,
  userAgent: nullableText,
  fbp: nullableText,
  fbc: nullableText,
  userData: z.record(z.string(), z.array(z.string())),
  customData: z.record(z.string(), json),
  other: z.record(z.string(), json),
  damage: z.array(z.string()),
  fact: z.string(),
  answer: nullableText,
};

export const trackedEventSchema: z.ZodType<TrackedEvent> = z.discriminatedUnion('side', [
  z.object({
    ...eventBase,
    side: z.literal('browser'),
    id: z.custom<`b${number}`>((value) => typeof value === 'string' && /^b\d+$/.test(value)),
    outcome: z.enum(['sent', 'blocked', 'aborted', 'failed', 'held']),
    transport: z.enum(['image', 'form', 'beacon', 'fetch', 'noscript', 'gateway']),
  }),
  z.object({
    ...eventBase,
    side: z.literal('server'),
    id: z.custom<`s${number}`>((value) => typeof value === 'string' && /^s\d+$/.test(value)),
    outcome: z.enum(['accepted', 'rejected', 'logged', 'held']),
    actionSource: nullableText,
    ip: nullableText,
    testEventCode: nullableText,
    isRehearsed: z.literal(true).exactOptional(),
    shows: z.object({ userData: z.boolean(), customData: z.boolean() }),
    request: z.string(),
    rejection: z
      .object({ code: z.number().nullable(), subcode: z.number().nullable(), message: z.string() })
      .nullable(),
  }),
]);

export const fieldNoteSchema: z.ZodType<FieldNote> = z.object({
  field: z.string(),
  side: z.enum(['browser', 'server']),
  fault: z.string(),
  advice: z.string(),
});

export const comparisonSchema: z.ZodType<FieldComparison> = z.object({
  field: z.string(),
  group: z.enum(['identity', 'match keys', 'content', 'context']),
  browser: nullableText,
  server: nullableText,
  state: z.enum(['same', 'differs', 'browser-only', 'server-only']),
});
