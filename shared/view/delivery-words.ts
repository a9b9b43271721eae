/** Says what reached Meta and what did not, as the top bar shows it. */
import type { SessionStatus } from '../model/session.ts';
import { formatCount, plural } from './plural.ts';

/** Null where nothing of this session passes through here: it was opened from files. */
export function deliveryWords(status: Pick<SessionStatus, 'mode' | 'heldCalls' | 'forwardedCalls'>): string {
  const { mode, heldCalls, forwardedCalls } = status;
  if (mode === 'forward') {
    const held = heldCalls === 0 ? '' : `, ${heldCalls} held before`;
    return `${plural(forwardedCalls, 'call')} forwarded to Meta${held}`;
  }
  if (forwardedCalls > 0) return `${plural(heldCalls, 'call')} held, ${forwardedCalls} went to Meta before`;
  return `${plural(heldCalls, 'call')} held, none went on to Meta`;
}

/** True where Pixel calls pass through this session, so that hold or forward means something. */
export function hasLiveTraffic(status: SessionStatus): boolean {
  const live = status.capture.state === 'recording' || status.capture.state === 'starting';
  return live || status.heldCalls > 0 || status.forwardedCalls > 0;
}

/** The same in two words, for the status line. */
export function deliveryCount({ mode, heldCalls, forwardedCalls }: SessionStatus): string {
  return mode === 'hold' ? `${formatCount(heldCalls)} held` : `${formatCount(forwardedCalls)} forwarded`;
}
