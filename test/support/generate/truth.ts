/** Puts a visit together with its truth: the codes that its faults bring, and what Meta counts of it. */
import type { Scene } from './scene.ts';
import type { Truth, Visit } from './visit.ts';
import { addOutcomes, whatMetaCounts } from './what-meta-counts.ts';

type Told = Pick<Truth, 'codes' | 'tolerated' | 'onlyInfo'>;

export function finishVisit(named: Pick<Visit, 'id' | 'name' | 'log'>, scene: Scene, told: Told): Visit {
  const around = scene.around ?? [];
  const alone = around.map((send) => ({ pixel: [send], capi: [] }));
  const outcomes = addOutcomes([...scene.actions, ...alone].map(({ pixel, capi }) => whatMetaCounts(pixel, capi)));
  const happened = scene.actions.filter(({ pixel, capi }) => pixel.length + capi.length > 0).length + around.length;
  const outcome = scene.outcome ?? { ...outcomes, distinctActions: happened };
  const isDoubled = (outcome.verdicts['double-counted'] ?? 0) > 0;
  const codes = [...new Set([...told.codes, ...(isDoubled ? ['dup.double-counted'] : [])])];
  return {
    ...named,
    pixel: [...around, ...scene.actions.flatMap(({ pixel }) => pixel)],
    capi: [...scene.actions.flatMap(({ capi }) => capi), ...(scene.amendments ?? [])],
    scripts: scene.scripts ?? [],
    sales: scene.sales ?? [],
    marks: scene.marks ?? [],
    truth: { ...told, codes, ...outcome },
  };
}
