/** The third way in: look at a session without having one. */
import { useFeedback } from '../state/feedback.ts';
import { openDemo, openSample } from '../state/session-actions.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';

const words = texts.start.examples;
const examples = [
  { icon: 'sample', open: openSample },
  { icon: 'shop', open: openDemo },
] as const;

export function Examples() {
  const isBusy = useFeedback((state) => state.busy !== null);
  return (
    <section className="card examples" aria-labelledby="examples-title">
      <h2 id="examples-title">{words.title}</h2>
      <ul>
        {examples.map(({ icon, open }) => (
          <li key={icon}>
            <button type="button" className="row-button" onClick={() => void open()} disabled={isBusy}>
              <Icon name={icon} />
              <span>
                <strong>{words[icon].title}</strong>
                <span>{words[icon].text}</span>
              </span>
              <Icon name="chevron" size={14} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
