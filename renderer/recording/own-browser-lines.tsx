/** Lines that start a browser of the person's own behind the proxy, each with its copy button. */
import { useEffect } from 'react';
import { askForOwnBrowsers, type OwnBrowsers, useOwnBrowsers } from '../state/network.ts';
import { texts } from '../texts/texts.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { RefusalLine } from '../ui/refusal-line.tsx';
import './recording.css';

type Line = OwnBrowsers['lines'][number];

const words = texts.recording.ownBrowser;

export function OwnBrowserLines() {
  const browsers = useOwnBrowsers((state) => state.browsers);
  const refusal = useOwnBrowsers((state) => state.refusal);
  useEffect(() => void askForOwnBrowsers(), []);
  if (refusal !== null) return <RefusalLine text={refusal} />;
  if (browsers === null) return <p role="status">{words.preparing}</p>;
  return (
    <>
      <ul className="browser-lines">
        {browsers.lines.map((line) => (
          <BrowserLine key={`${line.id} ${line.shell}`} {...line} />
        ))}
      </ul>
      {browsers.lines.length === 0 && <p>{words.none}</p>}
      {browsers.notes.map((note) => (
        <p key={note} className="hint">
          {note}
        </p>
      ))}
    </>
  );
}

function BrowserLine({ name, shell, line }: Line) {
  return (
    <li>
      <span>
        <strong>{name}</strong>
        {words.shells[shell]}
      </span>
      <CopyButton text={line} what={words.copied(name + words.shells[shell])} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0}>{line}</pre>
    </li>
  );
}
