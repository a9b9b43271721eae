/** Faults of a whole stream: a clock that is off, a sender that falls silent. Each has a dataset and a log of its own. */
import type { Draft } from '../draft.ts';
import { act, only, type Scene, type SceneKind, type Stage, sceneOf } from '../scene.ts';

const minuteMs = 60_000;

/** One healthy action every minute or so, of visitors who each come once. */
function stream(stage: Stage, { count, gapMs }: { count: number; gapMs: number }): Draft[] {
  const dataset = stage.dataset();
  let afterMs = 0;
  return Array.from({ length: count }, () => {
    afterMs += Math.round(gapMs * (0.6 + 0.8 * stage.random.fraction()));
    const draft = act(stage, { kind: 'AddToCart', afterMs });
    for (const send of [...draft.pixel, ...draft.around, ...draft.capi]) send.dataset = dataset;
    return draft;
  });
}

function offset(name: string, seconds: number): SceneKind {
  return {
    name,
    codes: ['time.clock-offset'],
    tolerated: ['time.future'],
    needsLog: ['time', 'address'],
    play(stage): Scene {
      const drafts = stream(stage, { count: 12, gapMs: 4 * minuteMs });
      for (const { capi } of drafts) {
        const { event } = only(capi);
        event.event_time = Number(event.event_time) + seconds;
      }
      return { ...sceneOf(...drafts), ownLog: true };
    },
  };
}

export const streamScenes: readonly SceneKind[] = [
  offset('the server takes local time for UTC, two hours ahead', 7200),
  offset('the server takes local time for UTC, five hours and a half behind', -19_800),
  offset('the server clock is seven minutes behind', -420),
  {
    name: 'the server falls silent',
    codes: ['time.silence', 'coverage.server-missing'],
    needsLog: ['time', 'address'],
    play(stage) {
      const drafts = stream(stage, { count: 60, gapMs: minuteMs });
      for (const draft of drafts.slice(25, 50)) draft.capi.length = 0;
      return { ...sceneOf(...drafts), ownLog: true };
    },
  },
];
