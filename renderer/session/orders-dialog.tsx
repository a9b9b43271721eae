/** How an export of orders is read: its columns and its zone, and reading it (again) so. */
import { type ChangeEvent, useRef, useState } from 'react';
import type { OrderWishes } from '../../shared/api/contract.ts';
import { desktop } from '../connect.ts';
import { importFiles } from '../state/import-files.ts';
import { pickAndOpen } from '../state/log-preview.ts';
import { askedRoles, setOrderWishes, useOrderWishes } from '../state/order-wishes.ts';
import { texts } from '../texts/texts.ts';
import { Dialog } from '../ui/dialog.tsx';
import './orders-dialog.css';

type Asked = (typeof askedRoles)[number];

const words = texts.session.orders;

type Typed = Record<Asked | 'zone', string>;

function typedOf({ columns, zone }: OrderWishes): Typed {
  const { number = '', value = '', currency = '', at = '' } = columns;
  return { number, value, currency, at, zone: zone ?? '' };
}

function wishesOf(typed: Typed): OrderWishes {
  const given = askedRoles.flatMap((role) => (typed[role].trim() === '' ? [] : [[role, typed[role].trim()]]));
  return { columns: Object.fromEntries(given), zone: typed.zone.trim() || null };
}

export function OrdersDialog({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState(() => typedOf(useOrderWishes.getState().wishes));
  const picker = useRef<HTMLInputElement>(null);
  const set = (name: keyof Typed) => (event: ChangeEvent<HTMLInputElement>) =>
    setTyped({ ...typed, [name]: event.target.value });
  const choose = () => {
    setOrderWishes(wishesOf(typed));
    if (desktop === null) return picker.current?.click();
    onClose();
    void pickAndOpen();
  };
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    onClose();
    void importFiles(files);
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.text}</p>
      <div className="order-fields">
        {askedRoles.map((role) => (
          <label key={role}>
            <span>{words.columns[role].title}</span>
            <input
              className="field"
              spellCheck={false}
              placeholder={words.columns[role].example}
              value={typed[role]}
              onChange={set(role)}
            />
          </label>
        ))}
        <label>
          <span>{words.zone}</span>
          <input
            className="field"
            spellCheck={false}
            placeholder="Europe/Berlin"
            value={typed.zone}
            onChange={set('zone')}
          />
        </label>
      </div>
      <p className="hint">{words.hint}</p>
      <div className="dialog-actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            setOrderWishes(wishesOf(typed));
            onClose();
          }}
        >
          {words.keep}
        </button>
        <button type="button" className="button primary" onClick={choose}>
          {words.read}
        </button>
      </div>
      <input ref={picker} type="file" hidden aria-label={words.picker} onChange={pick} />
    </Dialog>
  );
}
