/** One setting: its name, its effect, and what can be chosen; it holds at once. */
import { useId } from 'react';

type Props<T extends string> = {
  name: string;
  effect: string;
  choices: Record<T, string>;
  value: T;
  onChange: (chosen: T) => void;
};

export function SettingChoice<T extends string>({ name, effect, choices, value, onChange }: Props<T>) {
  const effectId = useId();
  const keys = Object.keys(choices) as T[];
  return (
    <fieldset className="setting" aria-describedby={effectId}>
      <legend className="visually-hidden">{name}</legend>
      <p>
        <strong aria-hidden="true">{name}</strong>
        <span id={effectId}>{effect}</span>
      </p>
      <div className="setting-choices">
        {keys.map((key) => (
          <label key={key}>
            <input type="radio" name={name} checked={value === key} onChange={() => onChange(key)} />
            <span>{choices[key]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
