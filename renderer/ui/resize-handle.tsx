/** The edge between two parts that a person drags, or moves with the arrow keys; twice clicked, it goes back. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import './resize-handle.css';

type Props = {
  label: string;
  /** `x`: it moves left and right. */
  axis: 'x' | 'y';
  /** Size in px of the part that it resizes. */
  size: number;
  least: number;
  most: number;
  /** The part lies after the handle: moving towards the end makes it smaller. */
  isAfter?: boolean;
  /** False where something beside it takes the keys. */
  isTabStop?: boolean;
  onResize(px: number): void;
  onReset(): void;
};

const stepPx = 16;
const back: Record<Props['axis'], string> = { x: 'ArrowLeft', y: 'ArrowUp' };
const forth: Record<Props['axis'], string> = { x: 'ArrowRight', y: 'ArrowDown' };

export function ResizeHandle(props: Props) {
  const { label, axis, size, least, most, isAfter = false, isTabStop = true, onResize, onReset } = props;
  const drag = useRef<{ from: number; size: number } | null>(null);
  const sign = isAfter ? -1 : 1;
  const resize = (px: number) => onResize(Math.round(Math.min(most, Math.max(least, px))));
  const place = (event: PointerEvent) => (axis === 'x' ? event.clientX : event.clientY);

  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === back[axis] ? -stepPx : event.key === forth[axis] ? stepPx : null;
    if (by === null) return;
    event.preventDefault();
    event.stopPropagation();
    resize(size + sign * by);
  };
  return (
    <div
      className={`resize-handle ${axis}`}
      role="separator"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={label}
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(size)}
      aria-valuemin={least}
      aria-valuemax={Math.round(most)}
      onKeyDown={onKeyDown}
      onDoubleClick={onReset}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: place(event), size };
      }}
      onPointerMove={(event) => {
        if (drag.current !== null) resize(drag.current.size + sign * (place(event) - drag.current.from));
      }}
      onLostPointerCapture={() => {
        drag.current = null;
      }}
    />
  );
}
