/** The logs to follow, with a look inside before anything is recorded. */
import { useState } from 'react';
import { takenWords } from '../../shared/view/preview-words.ts';
import { askAbout, previewPaths } from '../state/log-preview.ts';
import { useAttempt } from '../state/use-attempt.ts';
import { texts } from '../texts/texts.ts';
import { RefusalLine } from '../ui/refusal-line.tsx';
import { readList } from './site-address.ts';

export function LogField({ logs, onLogs }: { logs: string; onLogs: (text: string) => void }) {
  const [taken, setTaken] = useState<string | null>(null);
  const { isBusy, refusal, run } = useAttempt();
  const paths = readList(logs);
  const look = () =>
    run(async () => {
      setTaken(null);
      const files = await previewPaths(paths);
      if (await askAbout(files)) setTaken(takenWords(files));
    });
  return (
    <>
      <div className="log-row">
        <input
          id="logs"
          className="field mono"
          spellCheck={false}
          placeholder="/var/log/shop/capi.log"
          value={logs}
          onChange={(event) => {
            setTaken(null);
            onLogs(event.target.value);
          }}
          aria-describedby="logs-hint"
        />
        <button type="button" className="button" onClick={() => void look()} disabled={isBusy || paths.length === 0}>
          {texts.start.further.look}
        </button>
      </div>
      <p id="logs-hint" className="hint" role="status">
        {taken ?? texts.start.further.logsHint}
      </p>
      <RefusalLine text={refusal} />
    </>
  );
}
