/** A small row of tabs; arrow keys go from one to the next. */
import { type KeyboardEvent, useId } from 'react';

type Props<T extends string> = {
  label: string;
  tabs: { id: T; title: string }[];
  chosen: T;
  onChoose: (id: T) => void;
};

export function TabList<T extends string>({ label, tabs, chosen, onChoose }: Props<T>) {
  const prefix = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const index = tabs.findIndex((tab) => tab.id === chosen);
    const next = tabs[(index + step + tabs.length) % tabs.length];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    onChoose(next.id);
    document.getElementById(`${prefix}${next.id}`)?.focus();
  };
  return (
    <div className="tabs small" role="tablist" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          id={`${prefix}${tab.id}`}
          type="button"
          role="tab"
          aria-selected={tab.id === chosen}
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => onChoose(tab.id)}
          onKeyDown={onKeyDown}
        >
          {tab.title}
        </button>
      ))}
    </div>
  );
}
