/** Hold or forward: what happens to the Pixel's calls, in words that need no training. */
import type { DeliveryMode } from '../../shared/model/session.ts';

const choices: { mode: DeliveryMode; title: string; text: string }[] = [
  {
    mode: 'hold',
    title: 'Hold',
    text: 'Nothing reaches Meta. Twinlane answers in its place, so test orders never touch your ads data.',
  },
  {
    mode: 'forward',
    title: 'Forward',
    text: 'Calls go on to Meta as usual and count there. Use it to see Meta’s real answers.',
  },
];

export function DeliveryChoice({ mode, onChange }: { mode: DeliveryMode; onChange: (mode: DeliveryMode) => void }) {
  return (
    <fieldset className="delivery-choice">
      <legend className="visually-hidden">What happens to calls to Meta</legend>
      {choices.map((choice) => (
        <label key={choice.mode} className="choice">
          <input
            type="radio"
            name="mode"
            value={choice.mode}
            checked={mode === choice.mode}
            onChange={() => onChange(choice.mode)}
          />
          <span>
            <strong>{choice.title}</strong>
            <span>{choice.text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
