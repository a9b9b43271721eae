/** One realistic log for each shape: what tools and loggers write around a Conversions API payload. */
import { payload, purchase } from './capi.ts';
import { clouds } from './cloud-log-samples.ts';
import {
  at,
  body,
  docker,
  each,
  graph,
  journal,
  json,
  type LogSample,
  later,
  pretty,
  printed,
} from './log-sample-parts.ts';

export type { LogSample } from './log-sample-parts.ts';

/** META_FACTS 5: what the emitters themselves write. */
const emitters: LogSample[] = [
  {
    name: 'Meta’s Node SDK',
    log: `200 POST ${graph}?access_token=t ${body}\nResponse: {"events_received":1}`,
    seenAt: null,
    datasetId: '1234567890',
  },
  {
    name: 'Meta’s Python SDK, as curl',
    log: `curl -X 'POST' \\\n    -d 'data=${json([purchase('one')])}' \\\n    -d 'access_token=t' \\\n    ${graph}`,
    seenAt: null,
    datasetId: '1234567890',
  },
  {
    name: 'Meta’s PHP SDK, as curl',
    log: `curl -X POST \\\n  -F 'data=[${json(purchase('one'))}]' \\\n  -F 'access_token=<ACCESS_TOKEN>' \\\n  ${graph}`,
    seenAt: null,
    datasetId: '1234567890',
  },
  {
    name: 'an urlencoded body',
    log: `2025-12-16T09:00:00Z POST ${graph} data=${encodeURIComponent(json([purchase('one')]))}&access_token=t`,
    seenAt: at,
    datasetId: '1234567890',
  },
  {
    name: 'WooCommerce',
    log: `2025-12-16T09:00:00+00:00 DEBUG Request\nmethod: POST\nuri: ${graph}\nheaders: Array\n(\n    [accept] => application/json\n)\n\nbody: ${body}\n`,
    seenAt: at,
    datasetId: '1234567890',
  },
  {
    name: 'Laravel',
    log: `[2025-12-16 09:00:00] production.DEBUG: conversions api ${json({ pixel_id: '1234567890', payload: { data: [purchase('one')] } })} []`,
    seenAt: at,
    datasetId: '1234567890',
  },
  {
    name: 'Stape',
    log: json({
      Name: 'Facebook',
      Type: 'Request',
      TraceId: 'x',
      EventName: 'Purchase',
      RequestMethod: 'POST',
      RequestUrl: `${graph}?access_token=t`,
      RequestBody: { data: [purchase('one')] },
    }),
    seenAt: null,
    datasetId: '1234567890',
  },
  {
    name: 'Stape in BigQuery',
    log: json({ timestamp: 1765875600000, type: 'Request', request_url: graph, request_body: body }),
    seenAt: at,
    datasetId: '1234567890',
  },
  {
    name: 'RudderStack',
    log: json({ endpoint: graph, body: { FORM: { data: [json(purchase('one'))] } } }),
    seenAt: null,
    datasetId: '1234567890',
  },
  {
    name: 'a list with one record a line',
    log: `[\n${body},\n${payload(purchase('two'))}\n]`,
    found: ['one', 'two'],
    seenAt: null,
  },
  { name: 'JSON over many lines', log: pretty.join('\n'), seenAt: null },
  {
    name: 'print_r over many lines',
    log: `[2025-12-16 09:00:00] sending to ${graph}\n${printed}\n[2025-12-16 09:00:01] done`,
    found: ['one', 'two'],
    seenAt: at,
    datasetId: '1234567890',
  },
  {
    name: 'print_r on one line',
    log: `2025-12-16 09:00:00 ${printed.replace(/\s+/g, ' ')}`,
    found: ['one', 'two'],
    seenAt: at,
  },
];

const loggers: LogSample[] = [
  {
    name: 'pino',
    log: json({ level: 30, time: 1765875600000, msg: 'capi', body: { data: [purchase('one')] } }),
    seenAt: at,
  },
  {
    name: 'pino with the payload as text',
    log: json({ level: 30, time: 1765875600000, msg: `sent ${body}` }),
    seenAt: at,
  },
  {
    name: 'winston with text in text',
    log: json({ level: 'info', message: json({ event: body }), timestamp: at }),
    seenAt: at,
  },
  {
    name: 'bunyan',
    log: json({ name: 'shop', hostname: 'web1', pid: 1, level: 30, msg: body, time: at, v: 0 }),
    seenAt: at,
  },
  {
    name: 'Monolog JSON',
    log: json({
      message: 'capi',
      context: { data: [purchase('one')] },
      level: 100,
      level_name: 'DEBUG',
      channel: 'app',
      datetime: '2025-12-16T09:00:00.000000+00:00',
      extra: {},
    }),
    seenAt: at,
  },
  { name: 'Elasticsearch', log: json({ _index: 'shop', _source: { '@timestamp': at, message: body } }), seenAt: at },
  {
    name: 'coloured text',
    log: `\u001b[32m2025-12-16T09:00:00Z\u001b[0m \u001b[36mdebug\u001b[0m: ${body}`,
    seenAt: at,
  },
  {
    name: 'CSV',
    log: `Date,Host,Message\n"2025-12-16T09:00:00.000Z","web1","${`capi ${body}`.replaceAll('"', '""')}"`,
    seenAt: at,
  },
];

const containers: LogSample[] = [
  { name: 'Kubernetes CRI', log: `2025-12-16T09:00:00.000000000Z stdout F ${body}`, seenAt: at },
  {
    name: 'Kubernetes CRI in parts',
    log: `2025-12-16T09:00:00.000000000Z stdout P ${body.slice(0, 90)}\n2025-12-16T09:00:00.100000000Z stderr F unrelated\n2025-12-16T09:00:00.200000000Z stdout P ${body.slice(90, 200)}\n2025-12-16T09:00:00.300000000Z stdout F ${body.slice(200)}`,
    seenAt: at,
  },
  {
    name: 'Kubernetes CRI around JSON over many lines',
    log: each(pretty, (line) => `2025-12-16T09:00:00.000000000Z stdout F ${line}`),
    seenAt: at,
  },
  {
    name: 'kubectl logs --timestamps',
    log: each(pretty, (line) => `2025-12-16T09:00:00.000000001Z ${line}`),
    seenAt: at,
  },
  { name: 'kubectl logs --prefix', log: each(pretty, (line) => `[pod/shop-7d9f8-x2/web] ${line}`), seenAt: null },
  {
    name: 'kubectl logs --prefix --timestamps',
    log: each(pretty, (line) => `[pod/shop-7d9f8-x2/web] 2025-12-16T09:00:00.000000001Z ${line}`),
    seenAt: at,
  },
  { name: 'Docker json-file', log: docker(`${body}\n`), seenAt: at },
  {
    name: 'Docker json-file around JSON over many lines',
    log: each(pretty, (line) => docker(`${line}\n`)),
    seenAt: at,
  },
  {
    name: 'Docker json-file in parts',
    log: [
      docker(`${json({ pad: 'x'.repeat(2000), p: { data: [purchase('one')] } }).slice(0, 1500)}`),
      docker(`${json({ pad: 'x'.repeat(2000), p: { data: [purchase('one')] } }).slice(1500)}\n`),
    ].join('\n'),
    seenAt: at,
  },
  {
    name: 'docker compose logs of two services',
    log: each(pretty, (line, index) => `web-1     | ${line}\nworker-1  | job ${index} done`),
    seenAt: null,
  },
  {
    name: 'docker compose logs --timestamps around print_r',
    log: each(printed.split('\n'), (line) => `web-1  | 2025-12-16T09:00:00.000000001Z ${line}`),
    found: ['one', 'two'],
    seenAt: at,
  },
  {
    name: 'docker compose logs in colour',
    log: each(pretty, (line) => `\u001b[36mweb-1  | \u001b[0m${line}`),
    seenAt: null,
  },
];

const hosts: LogSample[] = [
  { name: 'journald as JSON', log: journal(body), seenAt: at },
  {
    name: 'journald as JSON with the message as bytes',
    log: journal([...Buffer.from(`\u001b[32mdebug\u001b[0m größe ${body}`)]),
    seenAt: at,
  },
  {
    name: 'journald as JSON around JSON over many lines, among another unit',
    log: each(pretty, (line) => `${journal(line)}\n${journal('tick', { _SYSTEMD_UNIT: 'cron.service' })}`),
    seenAt: at,
  },
  {
    name: 'journald short',
    log: `-- Logs begin at Mon 2025-12-15 --\nDec 16 09:00:00 web1 shop[812]: ${body}`,
    seenAt: at,
  },
  {
    name: 'journald short-iso',
    log: each(pretty, (line) => `2025-12-16T09:00:00+0000 web1 shop[812]: ${line}`),
    seenAt: at,
  },
  { name: 'syslog RFC 3164', log: each(pretty, (line) => `<13>Dec 16 09:00:00 web1 shop[812]: ${line}`), seenAt: at },
  {
    name: 'syslog RFC 3164 with escaped line ends',
    log: `<13>Dec 16 09:00:00 web1 shop[812]: ${pretty.join('#012')}`,
    seenAt: at,
  },
  {
    name: 'syslog RFC 5424',
    log: each(
      pretty,
      (line) => `<165>1 2025-12-16T09:00:00.500Z web1 shop 812 ID47 [x@32473 iut="3" src="a\\]b"] ${line}`,
    ),
    seenAt: later,
  },
];

export const logSamples: LogSample[] = [...emitters, ...loggers, ...containers, ...hosts, ...clouds];
