/** A file system of a few kilobytes that really fills up, where this machine lets a test mount one. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temp-folder.ts';

/** Mounting needs root on Linux, and not every container's root may; the tests that need it are skipped elsewhere. */
export const canMountDisks = process.platform === 'linux' && process.getuid?.() === 0 && canMount();

export type SmallDisk = { folder: string; setReadOnly(isReadOnly: boolean): void };

/** Call it inside a test. */
export function smallDisk(kilobytes: number): SmallDisk {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  if (!mount(folder, kilobytes)) throw new Error('The small disk could not be mounted.');
  onTestFinished(() => void unmount(folder));
  return {
    folder,
    setReadOnly: (isReadOnly) => {
      run('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, folder]);
    },
  };
}

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'twinlane-disk-'));
  const isMounted = mount(folder, 64) && unmount(folder);
  rmdirSync(folder);
  return isMounted;
}

function mount(folder: string, kilobytes: number): boolean {
  return run('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder]);
}

function unmount(folder: string): boolean {
  return run('umount', [folder]);
}

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
