/** Checks option values and gives them the types that the commands work with. */
import { browserChoiceSchema } from '../../shared/api/contract.ts';
import { type Identity, noIdentity } from '../../shared/model/identity.ts';
import { type ReportFormat, reportFormats } from '../../shared/report/formats.ts';
import type { Narrowing } from '../../shared/view/narrow-report.ts';
import { type RecordOptions, webAddress } from '../core/session-options.ts';
import { readEndpointMode } from './endpoint-mode.ts';
import { readFilter } from './read-filter.ts';
import { readIdentity } from './read-identity.ts';
import { readPolls } from './read-polls.ts';
import { readServerOption } from './server-option.ts';
import { readPort, unusable } from './usage.ts';

export type ReportOptions = {
  /** Null: not asked for, so a recording prints none. */
  format: ReportFormat | null;
  out: string | null;
  datasetId: string | null;
  filter: Narrowing['filter'];
  /** Milliseconds since the epoch. */
  since: number | null;
  until: number | null;
  /** `error`, `warning` and finding codes. */
  failOn: string[];
  /** What the tester's file tells; memory only. */
  identity: Identity;
  reveal: boolean;
  quiet: boolean;
};

export type RecordCommand = { record: RecordOptions; durationMs: number | null; report: ReportOptions };

type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

export function readReportOptions(values: Values): ReportOptions {
  const identity = textOf(values.identity);
  return {
    format: readFormat(textOf(values.format)),
    out: textOf(values.out),
    datasetId: readDataset(textOf(values.dataset)),
    filter: readFilter(textOf(values.filter)),
    since: readTime(textOf(values.since), '--since'),
    until: readTime(textOf(values.until), '--until'),
    failOn: readFailOn(textOf(values['fail-on'])),
    identity: identity === null ? noIdentity : readIdentity(identity),
    reveal: values.reveal === true,
    quiet: values.quiet === true,
  };
}

function readFormat(format: string | null): ReportFormat | null {
  const known = reportFormats.find((each) => each === format);
  if (format === null || known !== undefined) return known ?? null;
  throw unusable(`--format takes ${reportFormats.join(', ')}, not “${format}”.`);
}

function readDataset(dataset: string | null): string | null {
  if (dataset === null || /^\d{1,20}$/.test(dataset)) return dataset;
  throw unusable(`--dataset takes a dataset id, which is a number, not “${dataset}”.`);
}

function readTime(time: string | null, option: string): number | null {
  if (time === null) return null;
  const ms = Date.parse(time);
  if (Number.isNaN(ms)) throw unusable(`${option} takes a time like 2026-11-24T10:00:00Z, not “${time}”.`);
  return ms;
}

function readFailOn(list: string | null): string[] {
  if (list === null) return [];
  const conditions = list.split(',').map((condition) => condition.trim());
  const wrong = conditions.find((condition) => !/^(?:error|warning|[a-z]+\.[a-z-]+)$/.test(condition));
  if (wrong === undefined) return conditions;
  throw unusable(`--fail-on takes error, warning or finding codes such as id.mismatch, not “${wrong}”.`);
}

export function readRecordOptions(values: Values, url: string | null): RecordCommand {
  if (values.hold === true && values.forward === true) throw unusable('--hold and --forward exclude each other.');
  const mode = values.forward === true ? 'forward' : 'hold';
  return {
    record: {
      url: url === null ? null : webAddress(url),
      browser: readBrowser(textOf(values.browser)),
      headless: values.headless === true,
      mode,
      firstParty: textsOf(values['first-party']),
      serverLogs: textsOf(values.server).map(readServerOption),
      polls: readPolls(textsOf(values.poll), textsOf(values['poll-header'])),
      proxyPort: readPort(textOf(values['proxy-port']) ?? undefined, '--proxy-port'),
      endpointPort: readPort(textOf(values.endpoint) ?? undefined, '--endpoint'),
      endpointMode: readEndpointMode(values, mode),
      network: {
        trustHosts: textsOf(values['trust-host']),
        upstreamProxy: textOf(values['upstream-proxy']),
        lan: values.lan === true,
      },
      script: textOf(values.script),
      isDemo: false,
      file: textOf(values.save),
    },
    durationMs: readDuration(textOf(values.duration)),
    report: readReportOptions(values),
  };
}

function readBrowser(browser: string | null): RecordOptions['browser'] {
  if (browser === null) return null;
  const choice = browserChoiceSchema.safeParse(browser);
  if (choice.success) return choice.data;
  throw unusable(`--browser takes ${browserChoiceSchema.options.join(', ')}, not “${browser}”.`);
}

function readDuration(seconds: string | null): number | null {
  if (seconds === null) return null;
  const value = Number(seconds);
  if (!(value > 0)) throw unusable(`--duration takes seconds, not “${seconds}”.`);
  return value * 1000;
}

function textOf(value: Values[string]): string | null {
  return typeof value === 'string' ? value : null;
}

function textsOf(value: Values[string]): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
