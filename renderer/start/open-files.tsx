/** The second way in: recordings that exist already, dropped or picked. */
import { type DragEvent, useState } from 'react';
import { useFeedback } from '../state/feedback.ts';
import { cancelImport, importFiles, useImport } from '../state/import-files.ts';
import { texts } from '../texts/texts.ts';
import { FileButton } from '../ui/file-button.tsx';
import { Icon } from '../ui/icon.tsx';

const words = texts.start.openFiles;

export function OpenFiles() {
  const [isOver, setIsOver] = useState(false);
  const progress = useImport((state) => state.progress);
  const isBusy = useFeedback((state) => state.busy !== null);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void importFiles([...event.dataTransfer.files]);
  };

  return (
    <section className="card open-files" aria-labelledby="open-title">
      <h2 id="open-title">{words.title}</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button inside is everyone's. */}
      <div
        className={isOver ? 'drop-zone over' : 'drop-zone'}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        {progress === null ? (
          <>
            <p>{words.drop(<code>.twinlane</code>)}</p>
            <FileButton look="button" isDisabled={isBusy} onFiles={(files) => void importFiles(files)}>
              <Icon name="file" /> {words.choose}
            </FileButton>
          </>
        ) : (
          <>
            <label className="progress">
              {words.reading(progress.name)}
              <progress value={progress.doneBytes} max={Math.max(1, progress.totalBytes)} />
            </label>
            <button type="button" className="button small" onClick={cancelImport}>
              {words.cancel}
            </button>
          </>
        )}
      </div>
    </section>
  );
}
