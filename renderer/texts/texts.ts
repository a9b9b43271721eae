/**
 * The words of the window in the language that is shown. To translate them, write a second object of type `Texts` and
 * choose between the two here, once, as the window loads. What reports say too is worded in shared/.
 */
import { coverage } from './coverage.ts';
import { detail } from './detail.ts';
import { lanes } from './lanes.ts';
import { list } from './list.ts';
import { preview } from './preview.ts';
import { ui } from './ui.ts';

const english = { coverage, detail, lanes, list, preview, ui };

export type Texts = typeof english;

export const texts: Texts = english;
