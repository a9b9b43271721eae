/** Statuses of a session as the core would tell them while it records. */
import type { SessionStatus } from '../../shared/model/session.ts';

export const recordingStatus: Partial<SessionStatus> = {
  capture: { state: 'recording', url: 'https://shop.example/', browser: 'Chromium', since: Date.now() - 372_000 },
  mode: 'hold',
  file: 'shop-2026-11-24.twinlane',
  proxy: 'http://127.0.0.1:41001',
  endpoint: 'http://127.0.0.1:41002',
  certificate: '/home/ada/.twinlane/ca.pem',
  otherRequests: 143,
  heldCalls: 26,
  inputs: [
    { id: 0, kind: 'proxy', name: 'Proxy', records: 169, skipped: 0, problems: [] },
    {
      id: 1,
      kind: 'log',
      name: 'capi.log',
      records: 12,
      skipped: 1,
      problems: [{ at: 'line 7', reason: 'The JSON ends in the middle of a string.' }],
    },
  ],
};

/** The same before the first event. */
export const emptyRecording: Partial<SessionStatus> = { ...recordingStatus, heldCalls: 0, inputs: [] };
