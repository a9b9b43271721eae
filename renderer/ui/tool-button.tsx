/** A quiet button that is a sign alone; its name is read aloud, its title tells the key too. */
import { Icon, type IconName } from './icon.tsx';

type Props = { icon: IconName; label: string; title?: string; onClick(): void };

export function ToolButton({ icon, label, title = label, onClick }: Props) {
  return (
    <button type="button" className="button quiet square" onClick={onClick} aria-label={label} title={title}>
      <Icon name={icon} />
    </button>
  );
}
