/** What the window says while there is no pair to show: what is going on, and what to do next. */
import { assertNever } from '../model/assert-never.ts';
import type { CaptureState, SessionStatus } from '../model/session.ts';
import { plural } from './plural.ts';

export type StateWords = { title: string; text: string; next: string };

export const captureWords: Record<CaptureState['state'], string> = {
  idle: 'Ready',
  starting: 'Starting',
  recording: 'Recording',
  stopped: 'Stopped',
  failed: 'Failed',
};

export function emptyWords(status: SessionStatus): StateWords {
  const { capture } = status;
  switch (capture.state) {
    case 'idle':
      return {
        title: 'No Meta events in here',
        text: readWords(status),
        next: 'Close this session and open a recording that holds Pixel calls, a server log, or both.',
      };
    case 'starting':
      return { title: 'Starting', text: `${capture.what}.`, next: 'This takes a few seconds.' };
    case 'recording':
      return recordingWords(status, capture.browser);
    case 'stopped':
      if (wasOnlyOpened(status)) return filesWords(status);
      return {
        title: 'Stopped before any event came',
        text: `${capture.reason} ${readWords(status)}`,
        next: 'Close this session and record again, or open a recording.',
      };
    case 'failed':
      return { title: capture.reason, text: capture.advice, next: '' };
    default:
      return assertNever(capture);
  }
}

/** Nothing was recorded: files were opened to look at. */
function wasOnlyOpened({ file, heldCalls, forwardedCalls, otherRequests }: SessionStatus): boolean {
  return file === null && heldCalls + forwardedCalls + otherRequests === 0;
}

function filesWords(status: SessionStatus): StateWords {
  const { inputs, reading } = status;
  if (reading !== null) return { title: `Reading ${reading.name}`, text: '', next: '' };
  const orders = inputs.reduce((sum, { kind, records }) => sum + (kind === 'orders' ? records : 0), 0);
  if (orders > 0) {
    return {
      title: `${plural(orders, 'order')} read, and no event yet`,
      text: 'Orders are compared with the events of the time when they were placed.',
      next: 'Add a recording of the browser, a server log, or both.',
    };
  }
  return {
    title: 'No Meta event in what was opened',
    text: readWords(status) || 'Nothing in it could be read.',
    next: 'Open a HAR with Pixel calls, a server log with Conversions API payloads, or both.',
  };
}

function recordingWords({ otherRequests }: SessionStatus, browser: string | null): StateWords {
  const open = browser === null ? 'The proxy is ready.' : `${browser} is open.`;
  const isWorking = otherRequests > 0;
  return {
    title: 'Nothing from Meta’s Pixel yet',
    text: isWorking
      ? `${open} Capture works: ${plural(otherRequests, 'other request')} seen, none of them to Meta.`
      : `${open} No request has come through so far.`,
    next: isWorking
      ? 'Go to a page that fires the Pixel. If there is a consent banner, accept it: many sites send nothing before.'
      : browser === null
        ? 'Paste one of these lines into a terminal, and open your shop in the browser that it starts.'
        : 'Open your shop in that window: only that window is recorded.',
  };
}

function readWords({ inputs, otherRequests }: SessionStatus): string {
  const records = inputs.reduce((sum, input) => sum + input.records, 0);
  if (records === 1) return 'One record read, and it is no Meta event.';
  if (records > 0) return `${plural(records, 'record')} read, no Meta event among them.`;
  return otherRequests > 0 ? `${plural(otherRequests, 'other request')} seen, none of them to Meta.` : '';
}
