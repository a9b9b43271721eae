/** Reads the command line into one command with its options; what is unusable is refused in one line. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { Refusal } from '../../shared/api/errors.ts';
import type { OrderSettings } from '../../shared/orders/read-order-table.ts';
import { type RecordCommand, type ReportOptions, readRecordOptions, readReportOptions } from './options.ts';
import { readOrderSettings } from './order-settings.ts';
import { readServerOption } from './server-option.ts';
import { readPort, unusable } from './usage.ts';

export type AnalyzeOptions = {
  browser: string[];
  server: string[];
  /** Queries for DuckDB, each a source of server events. */
  sql: string[];
  orders: string[];
  howToReadOrders: OrderSettings;
  /** Only tells what is in the beginning of the server logs. */
  isPreview: boolean;
  session: string | null;
  report: ReportOptions;
};

export type Command =
  | { name: 'help' | 'version' | 'start' }
  | { name: 'analyze'; options: AnalyzeOptions }
  | { name: 'export'; options: { session: string; report: ReportOptions } }
  | { name: 'record' | 'demo'; options: RecordCommand }
  | { name: 'serve'; options: { port: number } }
  | { name: 'cleanup'; options: { sessions: boolean } };

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;

const reportFlags = {
  format: text,
  out: text,
  dataset: text,
  filter: text,
  since: text,
  until: text,
  'fail-on': text,
  identity: text,
  reveal: flag,
  quiet: flag,
} satisfies ParseArgsOptionsConfig;

const recordFlags = {
  ...reportFlags,
  browser: text,
  headless: flag,
  server: texts,
  endpoint: text,
  'endpoint-strict': flag,
  'endpoint-lenient': flag,
  'endpoint-forward': flag,
  'endpoint-allow': texts,
  'proxy-port': text,
  save: text,
  script: text,
  poll: texts,
  'poll-header': texts,
  hold: flag,
  forward: flag,
  'first-party': texts,
  'trust-host': texts,
  'upstream-proxy': text,
  lan: flag,
  duration: text,
} satisfies ParseArgsOptionsConfig;

const analyzeFlags = {
  ...reportFlags,
  browser: texts,
  server: texts,
  preview: flag,
  sql: texts,
  orders: texts,
  'orders-columns': text,
  'orders-zone': text,
} satisfies ParseArgsOptionsConfig;

const commands = ['analyze', 'record', 'serve', 'export', 'demo', 'cleanup'];

export function parseCommandLine(argv: string[]): Command {
  const [first, ...rest] = argv;
  if (first === undefined) return { name: 'start' };
  if (first === '--help' || first === '-h' || first === 'help' || rest.includes('--help')) return { name: 'help' };
  if (first === '--version' || first === '-V') return { name: 'version' };
  switch (first) {
    case 'analyze':
      return { name: first, options: analyzeOptions(rest) };
    case 'export':
      return { name: first, options: exportOptions(rest) };
    case 'record':
    case 'demo':
      return { name: first, options: recordCommand(first, rest) };
    case 'serve':
      return { name: first, options: { port: readPort(parse(rest, { port: text }, 0).values.port, '--port') } };
    case 'cleanup':
      return { name: first, options: { sessions: parse(rest, { sessions: flag }, 0).values.sessions === true } };
    default:
      throw unusable(`“${first}” is no command. Commands are ${commands.join(', ')}; twinlane --help tells more.`);
  }
}

function analyzeOptions(argv: string[]): AnalyzeOptions {
  const { values, positionals } = parse(argv, analyzeFlags, 1);
  const { browser = [], server = [], sql = [], orders = [] } = values;
  const session = positionals[0] ?? null;
  if (browser.length + server.length + sql.length + orders.length === 0 && session === null) {
    throw unusable(
      'analyze needs something to read: --browser FILE, --server FILE, --orders FILE or a SESSION.twinlane.',
    );
  }
  const howToReadOrders = readOrderSettings({ columns: values['orders-columns'], zone: values['orders-zone'] });
  const isPreview = values.preview === true;
  if (isPreview && server.length === 0) throw unusable('--preview looks at server logs; name them with --server FILE.');
  const logs = server.map(readServerOption);
  return { browser, server: logs, sql, orders, howToReadOrders, isPreview, session, report: readReportOptions(values) };
}

function exportOptions(argv: string[]) {
  const { values, positionals } = parse(argv, reportFlags, 1);
  const [session] = positionals;
  if (session === undefined) throw unusable('export needs a SESSION.twinlane.');
  return { session, report: readReportOptions(values) };
}

function recordCommand(name: string, argv: string[]): RecordCommand {
  const { values, positionals } = parse(argv, recordFlags, name === 'record' ? 1 : 0);
  return readRecordOptions(values, positionals[0] ?? null);
}

function parse<const O extends ParseArgsOptionsConfig>(args: string[], options: O, mostPositionals: number) {
  try {
    const parsed = parseArgs({ args, options, allowPositionals: true, strict: true });
    const extra = parsed.positionals[mostPositionals];
    if (extra !== undefined) throw unusable(`“${extra}” is one argument too many.`);
    return parsed;
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw unusable(optionFault(cause));
  }
}

/** Node's own sentences, without its advice on how to write a program. */
function optionFault(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : 'The command line cannot be read.';
  return (message.split('\n')[0] ?? message).replace(/\. To specify a positional.*$/, '.');
}
