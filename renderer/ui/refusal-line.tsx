/** Why the core refused what a dialog asked for. */
import { Icon } from './icon.tsx';

export function RefusalLine({ text }: { text: string | null }) {
  return (
    <div role="alert">
      {text !== null && (
        <p className="refusal-line tone-bad">
          <Icon name="error" size={14} />
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}
