/** Everything that a person can ask of the session; each is one call of the contract. */
import type { CallInput } from '../../shared/api/contract.ts';
import type { DeliveryMode } from '../../shared/model/session.ts';
import { texts } from '../texts/texts.ts';
import { callCore } from './core-calls.ts';
import { attempt, tell } from './feedback.ts';
import { orderWishes } from './order-wishes.ts';
import { saveTextFile } from './save-text-file.ts';
import { resetView } from './view.ts';

export type RecordInput = CallInput<'session.record'>;
export type ExportFormat = CallInput<'session.export'>['format'];

export function record(input: RecordInput): Promise<boolean> {
  return begin(texts.feedback.underWay.start, () => callCore('session.record', input));
}

export function openDemo(): Promise<boolean> {
  return begin(texts.feedback.underWay.startDemo, () => callCore('session.demo', {}));
}

export function openSample(): Promise<boolean> {
  return begin(texts.feedback.underWay.openSample, () => callCore('session.sample', {}));
}

export function openPath(path: string): Promise<boolean> {
  return begin(texts.feedback.underWay.open, () => callCore('session.open', { path, ...orderWishes() }));
}

export function stopRecording(): Promise<boolean> {
  return attempt(texts.feedback.underWay.stop, () => callCore('session.stop', {}));
}

export function closeSession(): Promise<boolean> {
  return begin(texts.feedback.underWay.close, () => callCore('session.close', {}));
}

export function setMode(mode: DeliveryMode): Promise<boolean> {
  return attempt(texts.feedback.underWay.switchDelivery, () => callCore('session.set-mode', { mode }));
}

/** The redacted report, as a file. */
export function exportReport(format: ExportFormat): Promise<boolean> {
  return attempt(texts.feedback.underWay.report, async () => {
    const file = await callCore('session.export', { format, reveal: false });
    const isSaved = await saveTextFile(file);
    if (isSaved) tell(texts.feedback.reportSaved(file.name));
  });
}

function begin(busy: string, action: () => Promise<unknown>): Promise<boolean> {
  return attempt(busy, async () => {
    await action();
    resetView();
  });
}
