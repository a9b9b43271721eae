/**
 * The words of the window in the language that is shown. To translate them, write a second object of type `Texts` and
 * choose between the two here, once, as the window loads. What reports say too is worded in shared/.
 */
import { actions } from './actions.ts';
import { backends } from './backends.ts';
import { coverage } from './coverage.ts';
import { detail } from './detail.ts';
import { feedback } from './feedback.ts';
import { findings } from './findings.tsx';
import { lanes } from './lanes.ts';
import { list } from './list.ts';
import { preview } from './preview.ts';
import { recording } from './recording.tsx';
import { session } from './session.tsx';
import { settings } from './settings.tsx';
import { start } from './start.tsx';
import { ui } from './ui.ts';

const english = {
  actions,
  backends,
  coverage,
  detail,
  feedback,
  findings,
  lanes,
  list,
  preview,
  recording,
  session,
  settings,
  start,
  ui,
};

export type Texts = typeof english;

export const texts: Texts = english;
