/** The stored sessions: naming them, deleting one, and taking that back. */
import type { SessionLabel } from '../../shared/model/label.ts';
import { texts } from '../texts/texts.ts';
import { callCore } from './core-calls.ts';
import { refreshDescription } from './describe.ts';
import { attempt, tell } from './feedback.ts';

/** `path` null: the open session. */
export async function labelSession(path: string | null, label: SessionLabel): Promise<void> {
  await attempt(texts.feedback.underWay.label, () => callCore('session.label', { path, label }));
  await refreshDescription();
}

export async function deleteSession({ path, name }: { path: string; name: string }): Promise<void> {
  await attempt(texts.feedback.underWay.delete, async () => {
    const { trashed } = await callCore('session.delete', { path });
    tell(texts.feedback.deleted(name), { title: texts.feedback.undo, act: () => restore(trashed) });
  });
  await refreshDescription();
}

async function restore(trashed: string): Promise<void> {
  await attempt(texts.feedback.underWay.restore, () => callCore('session.restore', { trashed }));
  await refreshDescription();
}
