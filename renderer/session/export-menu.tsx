/** The report of the session, as a file in the format of choice. */
import { useRef } from 'react';
import { useFeedback } from '../state/feedback.ts';
import { useSession } from '../state/session.ts';
import { type ExportFormat, exportReport } from '../state/session-actions.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';
import './export-menu.css';

const words = texts.session.exportMenu;
const formats = ['html', 'csv', 'text', 'json', 'ndjson'] as const;

export function ExportMenu() {
  const details = useRef<HTMLDetailsElement>(null);
  const isConnected = useSession((state) => state.phase === 'connected');
  const isDisabled = useFeedback((state) => state.busy !== null) || !isConnected;
  const close = () => {
    if (details.current !== null) details.current.open = false;
  };
  const choose = (format: ExportFormat) => {
    close();
    void exportReport(format);
  };
  return (
    <details
      ref={details}
      className="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || details.current?.open !== true) return;
        event.stopPropagation();
        close();
        details.current.querySelector('summary')?.focus();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <summary className={isDisabled ? 'button disabled' : 'button'} aria-label={words.label}>
        <Icon name="download" /> {words.text}
      </summary>
      <ul className="menu-list">
        {formats.map((format) => (
          <li key={format}>
            <button type="button" onClick={() => choose(format)} disabled={isDisabled}>
              <strong>{words.formats[format].title}</strong>
              <span>{words.formats[format].text}</span>
            </button>
          </li>
        ))}
        <li className="menu-note">{words.note}</li>
      </ul>
    </details>
  );
}
