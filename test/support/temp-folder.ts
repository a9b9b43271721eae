/** A folder for one test that is gone after it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** Call it inside a test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'twinlane-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The same for all tests of a file; call it at the file's top. */
export function temporaryFolderForFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'twinlane-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
