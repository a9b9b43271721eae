/** Late server events reach across to the moment at which they really left. */
import type { LaneTail } from '../../shared/view/lanes/lane-entry.ts';
import type { SceneSpan } from '../../shared/view/lanes/lane-scene.ts';
import type { Context, Painting } from './painting.ts';

const cornerPx = 6;

export function paintTails(ctx: Context, { scene, heights, ink, selected, hovered }: Painting): void {
  const { serverY, tailY } = heights;
  const standsOut = ({ span }: SceneSpan<LaneTail>) => {
    const key = span.from.pair?.pair.key;
    return key !== undefined && (key === selected || key === hovered);
  };
  ctx.strokeStyle = ink.tone.part.mark;
  for (const tail of scene.tails) {
    const { fromX, toX, span } = tail;
    const isFaded = span.from.pair?.isInSight === false;
    ctx.globalAlpha = isFaded ? 0.14 : standsOut(tail) ? 1 : 0.6;
    ctx.lineWidth = standsOut(tail) ? 2 : 1.25;
    ctx.beginPath();
    ctx.moveTo(fromX, serverY + 5);
    ctx.quadraticCurveTo(fromX, tailY, fromX + Math.min(cornerPx, (toX - fromX) / 2), tailY);
    ctx.lineTo(toX, tailY);
    ctx.moveTo(toX - 4, tailY - 3);
    ctx.lineTo(toX, tailY);
    ctx.lineTo(toX - 4, tailY + 3);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}
