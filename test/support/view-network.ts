/** What a stand-in core tells about the network of a recording, and about the beginning of a log. */
import type { CallOutput } from '../../shared/api/contract.ts';
import type { LogPreview } from '../../shared/api/log-preview.ts';
import type { LanStatus } from '../../shared/model/session.ts';

export const ownBrowsers: CallOutput<'browser.lines'> = {
  lines: [
    { id: 'chromium', name: 'Chromium', shell: 'sh', line: "/usr/bin/chromium '--proxy-bypass-list=<-loopback>'" },
    { id: 'firefox', name: 'Firefox', shell: 'powershell', line: "& 'firefox.exe' '-no-remote'" },
  ],
  notes: ['Brave cannot take the certificate.'],
};

export const openLan: LanStatus = {
  page: 'http://192.168.1.20:41005/s3cret',
  proxy: '192.168.1.20:41005',
  until: Date.now() + 25 * 60_000,
  qr: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4H0z" fill="#fff"/><path d="M1 1h2v2H1z"/></svg>',
  devices: 0,
};

export const logPreview: LogPreview = {
  name: 'capi.log',
  refusal: null,
  records: 1000,
  maxLines: 1000,
  wrappers: [{ name: 'Docker', count: 1000 }],
  forms: [{ name: 'JSON, one record a line', count: 333 }],
  payloads: 333,
  events: 340,
  eventNames: [
    { name: 'Purchase', count: 200 },
    { name: '<b>bold</b>', count: 140 },
  ],
  datasets: [{ name: '1234567890123456', count: 300 }],
  withoutDataset: 40,
  from: Date.UTC(2026, 10, 24, 9),
  until: Date.UTC(2026, 10, 24, 10),
  problems: [{ at: 'line 10', reason: 'The JSON ends in the middle of a string.' }],
  others: 666,
};
