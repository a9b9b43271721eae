/** What the first lines of a server log hold and what would be left out, before anything of it is taken. */
import { useEffect } from 'react';
import { formWords, foundWords, leftOutWords } from '../../shared/view/preview-words.ts';
import { type LogPreviews, usePreview } from '../state/log-preview.ts';
import { texts } from '../texts/texts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { RefusalLine } from '../ui/refusal-line.tsx';
import { TextValue } from '../ui/text-value.tsx';
import { PreviewFacts } from './preview-facts.tsx';
import './preview.css';

const words = texts.preview;

export function PreviewDialog() {
  const wish = usePreview((state) => state.wish);
  useEffect(() => document.querySelector<HTMLElement>('.preview-take')?.focus(), []);
  if (wish === null) return null;
  const { files, decide } = wish;
  const isReadable = files.some(({ refusal }) => refusal === null);
  return (
    <Dialog title={words.title(files.length)} onClose={() => decide(false)}>
      {files.map((file, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two folders may hold a log of the same name.
        <FilePreview key={index} file={file} />
      ))}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={() => decide(false)}>
          {words.cancel}
        </button>
        {isReadable && (
          <button type="button" className="button primary preview-take" onClick={() => decide(true)}>
            {words.take}
          </button>
        )}
      </div>
    </Dialog>
  );
}

function FilePreview({ file }: { file: LogPreviews[number] }) {
  const { name, refusal, problems } = file;
  if (refusal !== null) return <RefusalLine text={refusal} />;
  const form = formWords(file);
  const leftOut = leftOutWords(file);
  return (
    <section className="log-preview" aria-label={name}>
      <h3>
        <TextValue text={name} />
      </h3>
      <p className={file.events > 0 ? 'log-found' : 'log-found tone-part'}>{foundWords(file)}</p>
      <dl>
        {form !== '' && <PreviewFacts term={words.facts.form} text={form} />}
        {file.events > 0 && <PreviewFacts term={words.facts.events} counted={file.eventNames} />}
        {file.events > 0 && (
          <PreviewFacts term={words.facts.datasets} counted={file.datasets} untold={file.withoutDataset} />
        )}
        {file.from !== null && file.until !== null && (
          <PreviewFacts term={words.facts.time} from={file.from} until={file.until} />
        )}
        {leftOut !== '' && <PreviewFacts term={words.facts.leftOut} text={leftOut} />}
      </dl>
      {problems.length > 0 && (
        <details className="further">
          <summary>
            <Icon name="chevron" size={12} /> {words.problems}
          </summary>
          <ul className="preview-problems">
            {problems.map(({ at, reason }) => (
              <li key={`${at} ${reason}`}>
                <span className="mono">{at}</span> <TextValue text={reason} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
