/** What the samples of logs are made of: one payload in its forms, and what two wrappers put around a line. */
import { payload, purchase } from './capi.ts';
import { printR } from './print-r.ts';

export type LogSample = {
  name: string;
  log: string;
  /** Events in order; `one` alone where not said. */
  found?: string[];
  /** When the record was written, as the wrapper or the logger tells it; null where nothing tells. */
  seenAt: string | null;
  datasetId?: string;
};

export const graph = 'https://graph.facebook.com/v25.0/1234567890/events';
export const body = payload(purchase('one'));
export const pretty = JSON.stringify({ data: [purchase('one')] }, null, 2).split('\n');
export const at = '2025-12-16T09:00:00.000Z';
export const later = '2025-12-16T09:00:00.500Z';
export const json = (value: unknown) => JSON.stringify(value);
export const each = (lines: string[], wrap: (line: string, index: number) => string) => lines.map(wrap).join('\n');

export const printed = printR({ data: [purchase('one'), purchase('two')], partner_agent: 'shop' }).trimEnd();

export const journal = (message: unknown, more: object = {}) =>
  json({
    __CURSOR: 's=1;i=2',
    _PID: '812',
    MESSAGE: message,
    __REALTIME_TIMESTAMP: '1765875600000000',
    PRIORITY: '6',
    _SYSTEMD_UNIT: 'shop.service',
    _HOSTNAME: 'web1',
    ...more,
  });

export const docker = (log: string) => json({ log, stream: 'stdout', time: '2025-12-16T09:00:00.000000001Z' });
