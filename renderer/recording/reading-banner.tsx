/** A file of this machine is being read: how far, and the way to end it. */
import { formatBytes } from '../../shared/view/format-bytes.ts';
import { stopReading } from '../state/log-preview.ts';
import { useSession } from '../state/session.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';
import './recording.css';

const words = texts.recording.reading;

export function ReadingBanner() {
  const reading = useSession((state) => state.status?.reading ?? null);
  const records = useSession((state) => state.status?.inputs.at(-1)?.records ?? 0);
  if (reading === null) return null;
  const { name, doneBytes, totalBytes } = reading;
  return (
    <section className="notice banner tone-quiet" aria-label={words.label}>
      <Icon name="file" />
      <label className="reading">
        <span>{words.progress(<strong>{name}</strong>, formatBytes(doneBytes), formatBytes(totalBytes), records)}</span>
        <progress value={doneBytes} max={Math.max(1, totalBytes)} />
      </label>
      <button type="button" className="button small" onClick={() => void stopReading()}>
        {words.stop}
      </button>
    </section>
  );
}
