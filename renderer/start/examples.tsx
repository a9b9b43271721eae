/** The third way in: look at a session without having one. */
import { useFeedback } from '../state/feedback.ts';
import { openDemo, openSample } from '../state/session-actions.ts';
import { Icon, type IconName } from '../ui/icon.tsx';

const examples: { icon: IconName; title: string; text: string; open: () => Promise<boolean> }[] = [
  {
    icon: 'sample',
    title: 'Sample session',
    text: 'A recorded checkout with typical faults.',
    open: openSample,
  },
  {
    icon: 'shop',
    title: 'Demo shop',
    text: 'A small shop with faults to switch on and off.',
    open: openDemo,
  },
];

export function Examples() {
  const isBusy = useFeedback((state) => state.busy !== null);
  return (
    <section className="card examples" aria-labelledby="examples-title">
      <h2 id="examples-title">See an example</h2>
      <ul>
        {examples.map(({ icon, title, text, open }) => (
          <li key={title}>
            <button type="button" className="row-button" onClick={() => void open()} disabled={isBusy}>
              <Icon name={icon} />
              <span>
                <strong>{title}</strong>
                <span>{text}</span>
              </span>
              <Icon name="chevron" size={14} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
