/**
 * Every call that a guest (window, tab, command line) may make of the core, and every push that it gets.
 * Names are `noun.verb`; a push is a past fact. One object in, one object out, JSON values only.
 */
import { z } from 'zod';
import type { ClickIdHop } from '../diagnose/click-id-lineage.ts';
import type { PageLoad } from '../model/page-load.ts';
import { roles } from '../orders/column-names.ts';
import { reportFormats } from '../report/formats.ts';
import type { Scores } from '../report/report.ts';
import { logPreviewSchema } from './log-preview.ts';
import {
  comparisonSchema,
  endpointValidationSchema,
  eventRowSchema,
  fieldNoteSchema,
  findingSchema,
  labelSchema,
  markSchema,
  markSubjectSchema,
  modeSchema,
  pairSchema,
  statusSchema,
  stepSchema,
  summarySchema,
  trackedEventSchema,
  wayCheckSchema,
} from './schemas.ts';

const nothing = z.object({});
const pageLoadSchema: z.ZodType<PageLoad> = z.object({ page: z.string(), at: z.number() });
export const browserChoiceSchema = z.enum(['chrome', 'edge', 'chromium', 'brave', 'firefox', 'none']);
export type BrowserChoice = z.infer<typeof browserChoiceSchema>;

/** For an export of orders: columns by their roles, and the zone of times without one; null: as the export says. */
const orderWishesSchema = z.object({
  columns: z.partialRecord(z.enum(roles), z.string()),
  zone: z.string().nullable(),
});
export type OrderWishes = z.infer<typeof orderWishesSchema>;

/** `headers`: lines such as `Authorization: Bearer env:SHOP_TOKEN`; they are kept nowhere. */
const pollSchema = z.object({ url: z.string(), headers: z.array(z.string()) });

const rawSchema = z.object({
  kind: z.enum(['browser-call', 'server-record']),
  method: z.string().nullable(),
  url: z.string().nullable(),
  contentType: z.string().nullable(),
  body: z.string().nullable(),
  answer: z.string().nullable(),
});

const eventId = z.string().regex(/^[bs]\d+$/);

const pageOfRows = {
  events: z.array(eventRowSchema),
  pairs: z.array(pairSchema),
  findings: z.array(findingSchema),
  /** Null where there is no more. */
  next: z.string().nullable(),
};

export const calls = {
  /** Who the core is and what this machine has. */
  'app.describe': {
    input: nothing,
    output: z.object({
      version: z.string(),
      engine: z.string(),
      browsers: z.array(z.object({ id: browserChoiceSchema, name: z.string() })),
      sessionsFolder: z.string(),
      recent: z.array(z.object({ path: z.string(), name: z.string(), modifiedAt: z.number(), label: labelSchema })),
    }),
  },
  /**
   * What a window shows, with the sequence number that the next push continues. Of a long session only the rows that
   * are looked at first; `next` names the page that has more.
   */
  'session.snapshot': {
    input: nothing,
    output: z.object({
      seq: z.number(),
      status: statusSchema,
      ...pageOfRows,
      summary: summarySchema,
      marks: z.array(markSchema),
      steps: z.array(stepSchema),
      pageLoads: z.array(pageLoadSchema),
    }),
  },
  /**
   * More rows of a snapshot, pairs with their events and findings. What was pushed since the snapshot was taken is newer
   * than a page. Each page is given once; refused as `not-found` where the snapshot is no more: take another one.
   */
  'session.page': { input: z.object({ page: z.string() }), output: z.object(pageOfRows) },
  /** Starts a new session file, the proxy, the test endpoint and the browser. Refused while one records. */
  'session.record': {
    input: z.object({
      url: z.string().nullable(),
      browser: browserChoiceSchema.nullable(),
      mode: modeSchema,
      firstParty: z.array(z.string()),
      serverLogs: z.array(z.string()),
      /** Addresses that serve the server's events, asked again and again. */
      polls: z.array(pollSchema).exactOptional(),
    }),
    output: nothing,
  },
  /** Starts the demo shop and a session that watches it. */
  'session.demo': { input: nothing, output: nothing },
  /** Loads the sample session that ships with the app. */
  'session.sample': { input: nothing, output: nothing },
  /** Ends recording: browser and profile go, the session file stays open to look at. */
  'session.stop': { input: nothing, output: nothing },
  /** Closes the session and shows the start page again. */
  'session.close': { input: nothing, output: nothing },
  'session.set-mode': { input: z.object({ mode: modeSchema }), output: nothing },
  /** Removes what Twinlane put on this machine; the user's sessions only if asked. Refused while anything records. */
  'app.clean-up': {
    input: z.object({ sessions: z.boolean() }),
    output: z.object({
      removed: z.array(z.string()),
      kept: z.array(z.object({ path: z.string(), why: z.string() })),
    }),
  },
  /** Lines to paste that start a browser of the user's own behind the proxy. Refused while nothing is recorded. */
  'browser.lines': {
    input: nothing,
    output: z.object({
      lines: z.array(
        z.object({
          id: browserChoiceSchema.exclude(['none']),
          name: z.string(),
          shell: z.enum(['sh', 'powershell', 'cmd']),
          line: z.string(),
        }),
      ),
      notes: z.array(z.string()),
    }),
  },
  /** Takes the certificates of a development site unverified, for this recording. Refused while nothing is recorded. */
  'session.trust-host': { input: z.object({ host: z.string() }), output: nothing },
  /** Checks its certificates again from now on. Refused where it is not trusted by name. */
  'session.distrust-host': { input: z.object({ host: z.string() }), output: nothing },
  /** Opens the proxy to devices of the local network, for half an hour; the status tells how. */
  'lan.open': { input: nothing, output: nothing },
  'lan.close': { input: nothing, output: nothing },
  /** How the test endpoint answers from now on. Passing on to Meta is refused while calls are held. */
  'endpoint.set-mode': {
    input: z.object({ validation: endpointValidationSchema, forward: z.boolean() }),
    output: nothing,
  },
  /**
   * Sends a marked event through each way in that a program can use, and looks at the others. The marked events are
   * neither stored nor shown nor counted, and never reach Meta. Refused while nothing is recorded.
   */
  'sources.check': { input: nothing, output: z.object({ ways: z.array(wayCheckSchema) }) },
  /**
   * Polls one more address in the running recording; `instead`: the name of a polled one that ends. Refused while
   * nothing is recorded.
   */
  'source.poll': { input: pollSchema.extend({ instead: z.string().nullable() }), output: nothing },
  /** What the first lines of a server log show, by path or glob on this machine; takes nothing in. */
  'source.preview': {
    input: z.object({ path: z.string() }),
    output: z.object({
      /** What the file is; only logs have previews. A glob stands for logs. */
      kind: z.enum(['session', 'har', 'browser-ndjson', 'orders', 'log']),
      files: z.array(logPreviewSchema),
    }),
  },
  /** Opens a session file, HAR or log by its path on this machine; kind is found by content. */
  'session.open': {
    input: z.object({ path: z.string(), orders: orderWishesSchema.exactOptional() }),
    output: nothing,
  },
  /**
   * Shows a file in a window beside this one, by a core of its own; `url`: where a browser finds it. Refused where the
   * host has no other windows, or the file cannot be opened.
   */
  'session.open-apart': { input: z.object({ path: z.string() }), output: z.object({ url: z.string() }) },
  /** Ends the reading of a file by `session.open`; what was read of it stays. Nothing happens where none is read. */
  'session.stop-reading': { input: nothing, output: nothing },
  /**
   * The same for a file that only the guest has: chunks in order, base64, until `isLast`. `apart`: a session that is
   * not opened here but kept in the sessions folder; the last answer names its path.
   */
  'session.import': {
    input: z.object({
      upload: z.string(),
      name: z.string(),
      base64: z.string(),
      isLast: z.boolean(),
      apart: z.boolean().exactOptional(),
      orders: orderWishesSchema.exactOptional(),
    }),
    output: z.object({ stored: z.string().exactOptional() }),
  },
  /** Name, note, colour and pin of a session; `path` null: the open one. */
  'session.label': { input: z.object({ path: z.string().nullable(), label: labelSchema }), output: nothing },
  /** Moves a session of the sessions folder to its trash; `trashed` brings it back for a week. */
  'session.delete': { input: z.object({ path: z.string() }), output: z.object({ trashed: z.string() }) },
  'session.restore': { input: z.object({ trashed: z.string() }), output: z.object({ path: z.string() }) },
  /** Writes a mark of the user into the session; `text` null takes it away. */
  'session.mark': {
    input: z.object({ about: markSubjectSchema, key: z.string(), text: z.string().max(4000).nullable() }),
    output: nothing,
  },
  /** The report as text of the given format. Redacted unless `reveal`. */
  'session.export': {
    input: z.object({ format: z.enum(reportFormats), reveal: z.boolean() }),
    output: z.object({ name: z.string(), text: z.string() }),
  },
  /** The measures over the whole session; pairs are named by their keys. */
  'session.measures': { input: nothing, output: z.custom<Scores>() },
  /** Both copies side by side, differences first, and what is wrong with them. */
  'pair.get': {
    input: z.object({ key: z.string() }),
    output: z.object({
      pair: pairSchema,
      events: z.array(trackedEventSchema),
      comparison: z.array(comparisonSchema),
      /** Fields that are malformed or not normalized, and how they should look. */
      notes: z.array(fieldNoteSchema),
      findings: z.array(findingSchema),
      /** The way of the ad click's id, hop by hop; empty where there is none to follow. */
      clickId: z.custom<ClickIdHop[]>(),
    }),
  },
  /** One event whole, with the bytes that it came from (redacted). */
  'event.get': {
    input: z.object({ id: eventId }),
    output: z.object({ event: trackedEventSchema, raw: rawSchema.nullable() }),
  },
  /** The lines of the log around the event; null where they cannot be read again. */
  'event.lines': {
    input: z.object({ id: eventId }),
    output: z.object({
      input: z.string(),
      lines: z.array(z.object({ number: z.number(), text: z.string(), isTheOne: z.boolean() })).nullable(),
    }),
  },
} as const;

export const pushes = {
  /** Rows changed. `reset`: forget all rows first. `seq` grows by one a push; after a gap ask for a snapshot. */
  'session.changed': z.object({
    seq: z.number(),
    reset: z.boolean(),
    events: z.array(eventRowSchema),
    pairs: z.array(pairSchema),
    removedPairs: z.array(z.string()),
    findings: z.array(findingSchema),
    removedFindings: z.array(z.string()),
    summary: summarySchema,
  }),
  'status.changed': statusSchema,
  /** All marks of the user, after one of them changed. */
  'marks.changed': z.object({ marks: z.array(markSchema) }),
  /** All steps of the script that drives the browser, after one more began. */
  'steps.changed': z.object({ steps: z.array(stepSchema) }),
  /** All pages that the browser went to, after one more. */
  'page-loads.changed': z.object({ pageLoads: z.array(pageLoadSchema) }),
} as const;

export type CallName = keyof typeof calls;
export type PushName = keyof typeof pushes;
export type CallInput<N extends CallName> = z.infer<(typeof calls)[N]['input']>;
export type CallOutput<N extends CallName> = z.infer<(typeof calls)[N]['output']>;
export type PushData<N extends PushName> = z.infer<(typeof pushes)[N]>;

/** Takes a push as two arguments, `name` and `data`, that narrow together. */
export type PushListener = (...push: { [N in PushName]: [name: N, data: PushData<N>] }[PushName]) => void;

/** One function a call; a missing one does not compile. */
export type Handlers = { [N in CallName]: (input: CallInput<N>) => Promise<CallOutput<N>> | CallOutput<N> };
