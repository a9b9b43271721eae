/** Mouse, trackpad and pen on the lanes: wheel and pinch zoom at the pointer, drag and shift-wheel pan, a press chooses. */
import { type RefObject, useEffect } from 'react';
import type { LaneStage } from './lane-stage.ts';

/** A press that moves less is no drag. */
const dragPx = 4;
/** What a wheel calls a line, and a page. */
const deltaPx = [1, 16, 400];
const zoomPerPx = 0.0022;
const pinchPerPx = 0.012;

export function useLanePointer(host: RefObject<HTMLElement | null>, stage: RefObject<LaneStage | null>): void {
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    let drag: { startX: number; lastX: number; isMoving: boolean } | null = null;
    const at = (event: MouseEvent): [number, number] => {
      const box = element.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    };
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const unit = deltaPx[event.deltaMode] ?? 1;
      const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
      const isPan = event.shiftKey || Math.abs(dx) > Math.abs(dy);
      if (isPan && !event.ctrlKey) stage.current?.view.pan(Math.abs(dx) > Math.abs(dy) ? dx : dy);
      else stage.current?.view.zoom(Math.exp(-dy * (event.ctrlKey ? pinchPerPx : zoomPerPx)), at(event)[0]);
    };
    const onPointerDown = (event: PointerEvent) => {
      if (event.button !== 0) return;
      stage.current?.takeKeyboard(false);
      drag = { startX: event.clientX, lastX: event.clientX, isMoving: false };
      element.setPointerCapture(event.pointerId);
    };
    const onPointerMove = (event: PointerEvent) => {
      if (drag === null) return void stage.current?.point(at(event));
      drag.isMoving ||= Math.abs(event.clientX - drag.startX) >= dragPx;
      if (!drag.isMoving) return;
      element.classList.add('dragging');
      stage.current?.point(null);
      stage.current?.view.pan(drag.lastX - event.clientX);
      drag.lastX = event.clientX;
    };
    const onPointerUp = (event: PointerEvent) => {
      const wasPress = drag !== null && !drag.isMoving;
      drag = null;
      element.classList.remove('dragging');
      if (wasPress) stage.current?.press(at(event));
      else stage.current?.point(at(event));
    };
    const onLeave = () => {
      if (drag === null) stage.current?.point(null);
    };
    const onCancel = () => {
      drag = null;
      element.classList.remove('dragging');
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    element.addEventListener('pointerdown', onPointerDown);
    element.addEventListener('pointermove', onPointerMove);
    element.addEventListener('pointerup', onPointerUp);
    element.addEventListener('pointerleave', onLeave);
    element.addEventListener('pointercancel', onCancel);
    return () => {
      element.removeEventListener('wheel', onWheel);
      element.removeEventListener('pointerdown', onPointerDown);
      element.removeEventListener('pointermove', onPointerMove);
      element.removeEventListener('pointerup', onPointerUp);
      element.removeEventListener('pointerleave', onLeave);
      element.removeEventListener('pointercancel', onCancel);
    };
  }, [host, stage]);
}
