/** Logs as cloud services give them back: what they put around a line of the application. */
import { payload, purchase } from './capi.ts';
import { at, body, each, json, type LogSample, later, pretty } from './log-sample-parts.ts';

export const clouds: LogSample[] = [
  { name: 'aws logs tail', log: `2025-12-16T09:00:00.500000+00:00 ecs/web/0a1b2c ${body}`, seenAt: later },
  {
    name: 'aws logs tail with a message over many lines',
    log: `2025-12-16T09:00:00.500000+00:00 ecs/web/0a1b2c ${pretty.join('\n')}\n2025-12-16T09:00:01.000000+00:00 ecs/web/0a1b2c done`,
    seenAt: later,
  },
  {
    name: 'aws logs filter-log-events',
    log: JSON.stringify(
      {
        events: [
          {
            logStreamName: 'web',
            timestamp: 1765875600000,
            message: body,
            ingestionTime: 1765875601000,
            eventId: '37',
          },
          {
            logStreamName: 'web',
            timestamp: 1765875601000,
            message: payload(purchase('two')),
            ingestionTime: 1765875601000,
            eventId: '38',
          },
        ],
        searchedLogStreams: [],
      },
      null,
      4,
    ),
    found: ['one', 'two'],
    seenAt: at,
  },
  {
    name: 'a CloudWatch subscription',
    log: json({
      messageType: 'DATA_MESSAGE',
      logGroup: 'shop',
      logEvents: [{ id: '1', timestamp: 1765875600000, message: body }],
    }),
    seenAt: at,
  },
  {
    name: 'Cloud Logging jsonPayload',
    log: JSON.stringify(
      [
        {
          insertId: 'a',
          jsonPayload: { body: { data: [purchase('one')] } },
          severity: 'INFO',
          timestamp: '2025-12-16T09:00:00.500Z',
        },
      ],
      null,
      2,
    ),
    seenAt: later,
  },
  {
    name: 'Cloud Logging textPayload',
    log: JSON.stringify(
      [{ insertId: 'a', textPayload: `capi ${body}`, severity: 'INFO', timestamp: '2025-12-16T09:00:00.500Z' }],
      null,
      2,
    ),
    seenAt: later,
  },
  {
    name: 'Datadog archive',
    log: json({ _id: 'A', date: at, service: 'shop', status: 'info', message: body, attributes: {} }),
    seenAt: at,
  },
  {
    name: 'Datadog API',
    log: json({ data: [{ id: 'A', type: 'log', attributes: { timestamp: at, status: 'info', message: body } }] }),
    seenAt: at,
  },
  { name: 'logcli', log: `2025-12-16T09:00:00Z {app="shop", pod="web-1"} ${body}`, seenAt: at },
  { name: 'logcli -o raw', log: body, seenAt: null },
  {
    name: 'logcli -o jsonl',
    log: each(pretty, (line) => json({ labels: { app: 'shop' }, line, timestamp: '2025-12-16T09:00:00.000000001Z' })),
    seenAt: at,
  },
  {
    name: 'Heroku',
    log: each(
      pretty,
      (line) =>
        `2025-12-16T09:00:00.500000+00:00 app[web.1]: ${line}\n2025-12-16T09:00:00.500000+00:00 heroku[router]: at=info method=GET`,
    ),
    seenAt: later,
  },
  {
    name: 'vercel logs --json',
    log: json({
      level: 'info',
      message: body,
      rowId: '1',
      source: 'lambda',
      timestampInMs: 1765875600000,
      requestPath: '/api',
      responseStatusCode: 200,
    }),
    seenAt: at,
  },
];
