/** How wide texts are; each is measured once a font. */
import type { Measure } from '../../shared/view/lanes/lane-labels.ts';
import type { Context } from './painting.ts';

/** Forgets everything when it holds too many texts: names come from sites. */
const most = 5000;

export function createMeasure(): (ctx: Context, font: string) => Measure {
  const widths = new Map<string, number>();
  let known = '';
  return (ctx, font) => (text) => {
    if (font !== known || widths.size > most) widths.clear();
    known = font;
    const width = widths.get(text);
    if (width !== undefined) return width;
    ctx.font = font;
    const measured = ctx.measureText(text).width;
    widths.set(text, measured);
    return measured;
  };
}
