/** Writes the sample session anew: `node electron/demo/make-sample.ts`. The same code writes the same session. */
import { writeFile } from 'node:fs/promises';
import { playSample } from './sample/story.ts';

const sample = await playSample();
await writeFile(new URL('./sample/session.json', import.meta.url), `${JSON.stringify(sample, null, 2)}\n`);
