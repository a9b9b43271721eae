/** Everything that a person can ask of the session; each is one call of the contract. */
import type { CallInput } from '../../shared/api/contract.ts';
import type { DeliveryMode } from '../../shared/model/session.ts';
import { callCore } from './core-calls.ts';
import { attempt, tell } from './feedback.ts';
import { orderWishes } from './order-wishes.ts';
import { saveTextFile } from './save-text-file.ts';
import { resetView } from './view.ts';

export type RecordInput = CallInput<'session.record'>;
export type ExportFormat = CallInput<'session.export'>['format'];

export function record(input: RecordInput): Promise<boolean> {
  return begin('Starting', () => callCore('session.record', input));
}

export function openDemo(): Promise<boolean> {
  return begin('Starting the demo shop', () => callCore('session.demo', {}));
}

export function openSample(): Promise<boolean> {
  return begin('Opening the sample', () => callCore('session.sample', {}));
}

export function openPath(path: string): Promise<boolean> {
  return begin('Opening', () => callCore('session.open', { path, ...orderWishes() }));
}

export function stopRecording(): Promise<boolean> {
  return attempt('Stopping', () => callCore('session.stop', {}));
}

export function closeSession(): Promise<boolean> {
  return begin('Closing', () => callCore('session.close', {}));
}

export function setMode(mode: DeliveryMode): Promise<boolean> {
  return attempt('Switching', () => callCore('session.set-mode', { mode }));
}

/** The redacted report, as a file. */
export function exportReport(format: ExportFormat): Promise<boolean> {
  return attempt('Writing the report', async () => {
    const file = await callCore('session.export', { format, reveal: false });
    const isSaved = await saveTextFile(file);
    if (isSaved) tell(`Saved ${file.name}. Customer information is redacted in it.`);
  });
}

function begin(busy: string, action: () => Promise<unknown>): Promise<boolean> {
  return attempt(busy, async () => {
    await action();
    resetView();
  });
}
