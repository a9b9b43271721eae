/** One pair in the lanes: its marks, its labels, and the link that its rule draws. */
import { memo } from 'react';
import type { Pair } from '../../shared/model/pair.ts';
import { formatGap } from '../../shared/view/format-gap.ts';
import type { LaneLink, LaneMark } from '../../shared/view/lane-layout.ts';
import { verdictWords } from '../../shared/view/verdict-words.ts';
import { hoverPair, openPair, useView } from '../state/view.ts';
import { verdictTone } from '../ui/verdict-sign.tsx';
import { browserLaneY, serverLaneY } from './geometry.ts';
import { Mark, MarkLabel } from './lane-mark.tsx';

type Props = { pair: Pair; marks: LaneMark[]; links: LaneLink[]; isSelected: boolean; isFaded: boolean };

export const LanePair = memo(function LanePair({ pair, marks, links, isSelected, isFaded }: Props) {
  const isHovered = useView((state) => state.hovered === pair.key);
  const states = [isSelected && 'selected', isHovered && 'hovered', isFaded && 'faded'].filter(Boolean).join(' ');
  const gap = pair.gapMs === null ? '' : `, ${formatGap(pair.gapMs)}`;
  const label = `${pair.eventName}, ${verdictWords[pair.verdict].word}${gap}`;
  return (
    <g
      id={`lane-${pair.key}`}
      className={`lane-pair tone-${verdictTone[pair.verdict]} ${states}`}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      aria-label={label}
      onClick={() => openPair(pair.key)}
      onMouseEnter={() => hoverPair(pair.key)}
    >
      {links.map((link) => (
        <Link key={`${link.fromX}-${link.toX}`} link={link} />
      ))}
      {marks.map((mark) => (
        <Mark key={mark.id} mark={mark} />
      ))}
      {marks.map((mark) => (
        <MarkLabel key={mark.id} mark={mark} />
      ))}
      <title>{label}</title>
    </g>
  );
});

/** Share of the way that a link is left open where Meta would not join its ends. */
const brokenAt = 0.36;

function Link({ link: { rule, fromX, toX } }: { link: LaneLink }) {
  const from = { x: fromX, y: browserLaneY + 5 };
  const to = { x: toX, y: serverLaneY - 5 };
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const whole = `M${from.x} ${from.y}L${to.x} ${to.y}`;
  const broken = `M${from.x} ${from.y}l${dx * brokenAt} ${dy * brokenAt}M${to.x} ${to.y}l${-dx * brokenAt} ${-dy * brokenAt}`;
  const middle = { x: from.x + dx / 2, y: from.y + dy / 2 };
  return (
    <>
      <path className="link-hit" d={whole} />
      <path className={`link ${rule}`} d={rule === 'P3' ? broken : whole} />
      {rule === 'P3' && <path className="link-cross" d={`M${middle.x - 3} ${middle.y - 3}l6 6m0 -6l-6 6`} />}
    </>
  );
}
