/** What happened besides events: page loads, steps of a script, notes of the user; one list for the axis of time. */
import type { TimeMs } from '../model/fact.ts';
import type { Mark } from '../model/mark.ts';
import type { PageLoad } from '../model/page-load.ts';
import type { Step } from '../model/step.ts';

export type Moment = {
  /** The same for the same moment: one that comes again replaces the one before. */
  key: string;
  at: TimeMs;
  kind: 'page' | 'step' | 'note';
  /** Address of the page, name of the step, words of the note. */
  text: string;
};

/** Of the user's marks only those about a moment, whose key is its time in ms. */
export function momentsOf(rows: {
  marks: readonly Mark[];
  steps: readonly Step[];
  pageLoads: readonly PageLoad[];
}): Moment[] {
  return [
    ...rows.pageLoads.map(({ page, at }, index): Moment => ({ key: `page ${index}`, at, kind: 'page', text: page })),
    ...rows.steps.map(({ name, at }, index): Moment => ({ key: `step ${index}`, at, kind: 'step', text: name })),
    ...rows.marks.flatMap(({ about, key, text }): Moment[] => {
      const at = Number(key);
      return about === 'moment' && Number.isFinite(at) ? [{ key: `note ${key}`, at, kind: 'note', text }] : [];
    }),
  ];
}
