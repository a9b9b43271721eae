/** What only some shops need: Pixel calls to hosts of their own, and the server's log. */
import { PollFields, type PollText } from '../recording/poll-fields.tsx';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';
import { LogField } from './log-field.tsx';

const words = texts.start.further;

type Props = {
  hosts: string;
  onHosts: (text: string) => void;
  logs: string;
  onLogs: (text: string) => void;
  poll: PollText;
  onPoll: (poll: PollText) => void;
};

export function FurtherSources({ hosts, onHosts, logs, onLogs, poll, onPoll }: Props) {
  return (
    <details className="further">
      <summary>
        <Icon name="chevron" size={12} /> {words.title}
      </summary>
      <label className="field-label" htmlFor="logs">
        {words.logs}
      </label>
      <LogField logs={logs} onLogs={onLogs} />
      <PollFields value={poll} onChange={onPoll} />
      <label className="field-label" htmlFor="hosts">
        {words.hosts}
      </label>
      <input
        id="hosts"
        className="field mono"
        spellCheck={false}
        placeholder="pixel.shop.example"
        value={hosts}
        onChange={(event) => onHosts(event.target.value)}
        aria-describedby="hosts-hint"
      />
      <p id="hosts-hint" className="hint">
        {words.hostsHint}
      </p>
    </details>
  );
}
