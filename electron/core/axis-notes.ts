/** What stands on the axis of time besides events: the user's marks, steps of a script, pages gone to. */
import type { Fact } from '../../shared/model/fact.ts';
import type { Mark } from '../../shared/model/mark.ts';
import type { PageLoad } from '../../shared/model/page-load.ts';
import type { Step } from '../../shared/model/step.ts';
import { createMarkBook } from './marks.ts';

export type AxisListener = {
  /** The user's marks, all of them, when one was made or taken away. */
  onMarks?(marks: Mark[]): void;
  /** All steps of the script, when one more began. */
  onSteps?(steps: Step[]): void;
  /** All pages that the browser went to, after one more. */
  onPageLoads?(pageLoads: PageLoad[]): void;
};

export type AxisNotes = {
  /** Keeps what belongs on the axis; `tell` says so. */
  see(fact: Fact): void;
  /** Tells what changed since it told last. */
  tell(): void;
  marks(): Mark[];
  steps(): Step[];
  pageLoads(): PageLoad[];
};

export function createAxisNotes(listener: AxisListener): AxisNotes {
  const marks = createMarkBook();
  const steps: Step[] = [];
  const pageLoads: PageLoad[] = [];
  let changed = new Set<'marks' | 'steps' | 'loads'>();

  function see(fact: Fact): void {
    switch (fact.kind) {
      case 'mark':
        marks.take(fact);
        changed.add('marks');
        return;
      case 'step':
        steps.push({ name: fact.name, at: fact.at });
        changed.add('steps');
        return;
      case 'page':
        if (fact.what !== 'load' || fact.at === null) return;
        pageLoads.push({ page: fact.text, at: fact.at });
        changed.add('loads');
        return;
      default:
        return;
    }
  }

  function tell(): void {
    const told = changed;
    changed = new Set();
    if (told.has('marks')) listener.onMarks?.(marks.all());
    if (told.has('steps')) listener.onSteps?.([...steps]);
    if (told.has('loads')) listener.onPageLoads?.([...pageLoads]);
  }

  return { see, tell, marks: marks.all, steps: () => [...steps], pageLoads: () => [...pageLoads] };
}
