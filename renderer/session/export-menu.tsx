/** The report of the session, as a file in the format of choice. */
import { useRef } from 'react';
import { useFeedback } from '../state/feedback.ts';
import { useSession } from '../state/session.ts';
import { type ExportFormat, exportReport } from '../state/session-actions.ts';
import { Icon } from '../ui/icon.tsx';
import './export-menu.css';

const formats: { format: ExportFormat; title: string; text: string }[] = [
  { format: 'html', title: 'Page', text: 'For a client: stands alone, prints well' },
  { format: 'csv', title: 'CSV', text: 'One row an event, for a spreadsheet' },
  { format: 'text', title: 'Text', text: 'To read or paste into a ticket' },
  { format: 'json', title: 'JSON', text: 'The whole report, for scripts' },
  { format: 'ndjson', title: 'NDJSON', text: 'The browser’s calls, one a line' },
];

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
      <summary className={isDisabled ? 'button disabled' : 'button'} aria-label="Export the report">
        <Icon name="download" /> Export
      </summary>
      <ul className="menu-list">
        {formats.map(({ format, title, text }) => (
          <li key={format}>
            <button type="button" onClick={() => choose(format)} disabled={isDisabled}>
              <strong>{title}</strong>
              <span>{text}</span>
            </button>
          </li>
        ))}
        <li className="menu-note">Customer information is redacted.</li>
      </ul>
    </details>
  );
}
