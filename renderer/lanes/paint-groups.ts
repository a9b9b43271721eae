/** Groups of neighbours: a bar a lane, as high as it holds many, faults at its foot; the faults' number between the lanes. */
import type { GroupCounts, SceneBundle, SceneGroup } from '../../shared/view/lanes/lane-groups.ts';
import { formatCount } from '../../shared/view/plural.ts';
import { texts } from '../texts/texts.ts';
import { type Context, type Painting, writeText } from './painting.ts';

const gapPx = 4;
const footPx = 3;
const numberPx = 14;
const leastFaultPx = 2;
const stack = ['bad', 'part', 'fair', 'good', 'quiet'] as const;
const alphas = { bad: 1, part: 0.9, fair: 0.6, good: 0.45, quiet: 0.25 };

export function paintGroups(ctx: Context, painting: Painting): void {
  const { scene, heights } = painting;
  const most = Math.max(1, ...scene.groups.flatMap(({ browser, server }) => [browser.total, server.total]));
  const up = { y: heights.browserY - footPx, direction: -1 as const, roomPx: heights.browserY - footPx - numberPx - 4 };
  const down = heights.clockY - 14 - heights.serverY - footPx - numberPx;
  const server = { y: heights.serverY + footPx, direction: 1 as const, roomPx: down };
  for (const group of scene.groups) {
    if (group.from === painting.hoveredGroup) paintHover(ctx, group, painting);
    paintBar(ctx, group.browser, { ...up, group, most, painting });
    paintBar(ctx, group.server, { ...server, group, most, painting });
  }
}

type Bar = {
  group: SceneGroup;
  y: number;
  direction: 1 | -1;
  roomPx: number;
  most: number;
  painting: Painting;
};

function paintBar(ctx: Context, counts: GroupCounts, { group, y, direction, roomPx, most, painting }: Bar): void {
  if (counts.total === 0) return;
  const { ink } = painting;
  const heightPx = Math.max(4, roomPx * Math.sqrt(counts.total / most));
  const left = Math.round(group.x + gapPx / 2);
  const widthPx = Math.round(group.widthPx - gapPx);
  let at = 0;
  for (const grade of stack) {
    const count = counts[grade];
    if (count === 0) continue;
    const share = (heightPx * count) / counts.total;
    const px = grade === 'bad' || grade === 'part' ? Math.max(leastFaultPx, share) : share;
    ctx.globalAlpha = alphas[grade];
    ctx.fillStyle = ink.tone[grade].mark;
    const end = Math.min(heightPx, at + px);
    ctx.fillRect(left, direction < 0 ? y - end : y + at, widthPx, end - at);
    at = end;
  }
  ctx.globalAlpha = 1;
  if (at < heightPx) {
    ctx.fillStyle = ink.line;
    ctx.fillRect(left, direction < 0 ? y - heightPx : y + at, widthPx, heightPx - at);
  }
  ctx.textAlign = 'center';
  const numberY = direction < 0 ? y - heightPx - 4 : y + heightPx + 12;
  const place = { x: group.x + group.widthPx / 2, y: numberY };
  writeText(ctx, shortCount(counts.total), { ...place, colour: ink['ink-2'], halo: ink.surface });
  ctx.textAlign = 'left';
}

function paintHover(ctx: Context, { x, widthPx }: SceneGroup, { heights, ink }: Painting): void {
  ctx.fillStyle = ink.hover;
  ctx.fillRect(x, 0, widthPx, heights.clockY - 14);
}

/** What is joined within a group is a line straight down, and between groups a slanted one, as strong as many. */
export function paintBundles(ctx: Context, { scene, heights, ink }: Painting): void {
  ctx.lineCap = 'round';
  for (const { x, widthPx, browser, server } of scene.groups) {
    const joined = Math.min(browser.good + browser.fair, server.good + server.fair);
    if (joined === 0) continue;
    const grade = browser.good >= browser.fair ? 'good' : 'fair';
    const middle = x + widthPx / 2;
    ctx.strokeStyle = ink.tone[grade].mark;
    strokeLine(ctx, { fromX: middle, toX: middle, count: joined, look: grade === 'good' ? 'P1' : 'P2' }, heights);
  }
  for (const bundle of scene.bundles) {
    if (bundle.look === 'P3' && bundle.fromX === bundle.toX) continue;
    ctx.strokeStyle = ink.tone[bundleTone[bundle.look]].mark;
    if (bundle.look === 'late') strokeTail(ctx, bundle, heights);
    else strokeLine(ctx, bundle, heights);
  }
  ctx.globalAlpha = 1;
  ctx.setLineDash([]);
  ctx.lineCap = 'butt';
}

const bundleTone = { P1: 'good', P2: 'fair', P3: 'bad', late: 'part' } as const;

function strokeLine(
  ctx: Context,
  { fromX, toX, count, look }: SceneBundle,
  { browserY, serverY }: Painting['heights'],
): void {
  const [top, bottom] = [browserY + footPx, serverY - footPx];
  ctx.globalAlpha = look === 'P3' ? 0.9 : Math.min(0.6, 0.25 + Math.log10(count) / 8);
  ctx.lineWidth = Math.min(3, 1 + Math.log10(count) / 2);
  ctx.setLineDash(look === 'P2' ? [4, 4] : look === 'P3' ? [9, 6] : []);
  ctx.beginPath();
  ctx.moveTo(fromX, top);
  ctx.lineTo(toX, bottom);
  ctx.stroke();
}

function strokeTail(ctx: Context, { fromX, toX, count }: SceneBundle, { serverY }: Painting['heights']): void {
  ctx.globalAlpha = 0.7;
  ctx.lineWidth = Math.min(3, 1 + Math.log10(count) / 2);
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(fromX, serverY - 7);
  ctx.lineTo(toX - 4, serverY - 7);
  ctx.moveTo(toX - 8, serverY - 10);
  ctx.lineTo(toX - 4, serverY - 7);
  ctx.lineTo(toX - 8, serverY - 4);
  ctx.stroke();
}

/** How many are counted twice, in a square; how many only one side has, in a ring. */
export function paintFaultCounts(ctx: Context, { scene, heights, ink }: Painting): void {
  ctx.textAlign = 'center';
  for (const { x, widthPx, browser, server } of scene.groups) {
    const middle = x + widthPx / 2;
    const bad = Math.max(browser.bad, server.bad);
    const part = Math.max(browser.part, server.part);
    const isBoth = bad > 0 && part > 0;
    if (bad > 0) {
      paintChip(ctx, shortCount(bad), {
        x: middle,
        y: heights.axisY - (isBoth ? 9 : 0),
        corner: 4,
        fill: ink.tone.bad.mark,
        line: ink.tone.bad.mark,
        text: ink.surface,
      });
    }
    if (part > 0) {
      paintChip(ctx, shortCount(part), {
        x: middle,
        y: heights.axisY + (isBoth ? 9 : 0),
        corner: 8,
        fill: ink.surface,
        line: ink.tone.part.mark,
        text: ink.tone.part.text,
      });
    }
  }
  ctx.textAlign = 'left';
  ctx.font = ink.font;
}

type Chip = { x: number; y: number; corner: number; fill: string; line: string; text: string };

function paintChip(ctx: Context, text: string, { x, y, corner, fill, line, text: colour }: Chip): void {
  const widthPx = Math.max(16, Math.ceil(ctx.measureText(text).width) + 8);
  ctx.beginPath();
  ctx.roundRect(Math.round(x - widthPx / 2) + 0.5, Math.round(y - 8) + 0.5, widthPx - 1, 15, corner);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.strokeStyle = line;
  ctx.lineWidth = 1.25;
  ctx.stroke();
  writeText(ctx, text, { x, y: Math.round(y) + 4, colour, halo: null });
}

/** Fits a group's width: `1,204`, `12k`. */
function shortCount(count: number): string {
  return count < 10_000 ? formatCount(count) : texts.lanes.thousands(Math.round(count / 1000));
}
