/** Hold or forward: what happens to the Pixel's calls, in words that need no training. */
import type { DeliveryMode } from '../../shared/model/session.ts';
import { texts } from '../texts/texts.ts';

const words = texts.start.delivery;
const choices: readonly DeliveryMode[] = ['hold', 'forward'];

export function DeliveryChoice({ mode, onChange }: { mode: DeliveryMode; onChange: (mode: DeliveryMode) => void }) {
  return (
    <fieldset className="delivery-choice">
      <legend className="visually-hidden">{words.label}</legend>
      {choices.map((choice) => (
        <label key={choice} className="choice">
          <input type="radio" name="mode" value={choice} checked={mode === choice} onChange={() => onChange(choice)} />
          <span>
            <strong>{words[choice].title}</strong>
            <span>{words[choice].text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
