/** The window on the overview is dragged, or put where the strip is pressed. */
import type { PointerEvent, RefObject } from 'react';
import type { LaneStage } from './lane-stage.ts';

export function stripHandlers(stage: RefObject<LaneStage | null>) {
  const goTo = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    stage.current?.strip.goTo(event.clientX - box.left);
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      goTo(event);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event);
    },
  };
}
