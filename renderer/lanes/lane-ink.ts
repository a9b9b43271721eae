/** The colours of the lanes as the page has them now: custom properties, resolved for the theme that is on. */
import { type LaneGrade, laneGrades } from '../../shared/view/lanes/lane-entry.ts';

const plainNames = [
  'surface',
  'line',
  'line-strong',
  'ink',
  'ink-2',
  'ink-3',
  'accent',
  'accent-soft',
  'hover',
] as const;

type ToneInk = { mark: string; text: string; soft: string };
export type LaneInk = Record<(typeof plainNames)[number], string> & {
  tone: Record<LaneGrade, ToneInk>;
  /** Font of all texts, for `ctx.font`; `strong` for what is looked for. */
  font: string;
  strong: string;
};

/** `host`: an element that the colours hold for. */
export function readInk(host: HTMLElement): LaneInk {
  const probe = document.createElement('span');
  probe.hidden = true;
  host.append(probe);
  const colour = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const plain = Object.fromEntries(plainNames.map((name) => [name, colour(name)]));
  const tones = laneGrades.map((grade): [LaneGrade, ToneInk] => [
    grade,
    grade === 'quiet'
      ? { mark: colour('ink-3'), text: colour('ink-2'), soft: colour('hover') }
      : { mark: colour(`${grade}-mark`), text: colour(grade), soft: colour(`${grade}-soft`) },
  ]);
  probe.remove();
  const { fontFamily } = getComputedStyle(host);
  return {
    ...(plain as Record<(typeof plainNames)[number], string>),
    tone: Object.fromEntries(tones) as Record<LaneGrade, ToneInk>,
    font: `400 11px ${fontFamily}`,
    strong: `600 11px ${fontFamily}`,
  };
}
