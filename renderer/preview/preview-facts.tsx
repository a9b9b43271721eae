/** One line of facts about the beginning of a log; names from the log are shown as text, whatever they hold. */
import { formatDay } from '../../shared/view/format-clock.ts';
import { formatCount } from '../../shared/view/plural.ts';
import { texts } from '../texts/texts.ts';
import { TextValue } from '../ui/text-value.tsx';

type Props = { term: string } & (
  | { text: string }
  | { from: number; until: number }
  | { counted: { name: string; count: number }[]; untold?: number }
);

const most = 12;

export function PreviewFacts({ term, ...facts }: Props) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{content(facts)}</dd>
    </div>
  );
}

function content(facts: Omit<Props, 'term'> | Props) {
  if ('text' in facts) return facts.text;
  if ('from' in facts) return texts.preview.span(formatDay(facts.from), formatDay(facts.until));
  if (!('counted' in facts)) return null;
  const { counted, untold = 0 } = facts;
  const rest = counted.length - most;
  return (
    <>
      {counted.slice(0, most).map(({ name, count }) => (
        <span key={name} className="preview-count">
          <TextValue text={name} /> {formatCount(count)}
        </span>
      ))}
      {rest > 0 && <span className="preview-count">{texts.preview.more(rest)}</span>}
      {untold > 0 && <span className="preview-count">{texts.preview.untold(untold)}</span>}
    </>
  );
}
