/** The two files of the certificate authority: read with a look at who else can, written so that no reader sees half. */
import { randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

export type AuthorityFiles = {
  certificate: string;
  key: string;
  /** The key is a plain file of this user that no other user may read (always true on Windows, where modes do not tell). */
  isPrivate: boolean;
};

export function certificatePathIn(folder: string): string {
  return join(folder, 'ca.pem');
}

function keyPathIn(folder: string): string {
  return join(folder, 'ca.key');
}

/** Null where either file is missing. Makes the folder, and makes it private. */
export async function readAuthorityFiles(folder: string): Promise<AuthorityFiles | null> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const certificate = await readIfThere(certificatePathIn(folder));
  const key = await readIfThere(keyPathIn(folder));
  if (certificate === null || key === null) return null;
  return { certificate, key, isPrivate: await isPrivate(keyPathIn(folder)) };
}

/** Key first: a crash in between leaves a pair that does not fit, which is seen at the next start. */
export async function writeAuthorityFiles(folder: string, files: { certificate: string; key: string }): Promise<void> {
  await replaceFile(keyPathIn(folder), files.key, 0o600);
  await replaceFile(certificatePathIn(folder), files.certificate, 0o644);
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function isPrivate(path: string): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const stats = await lstat(path);
  return stats.isFile() && (stats.mode & 0o077) === 0 && stats.uid === process.getuid?.();
}

async function replaceFile(path: string, text: string, mode: number): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx', mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
