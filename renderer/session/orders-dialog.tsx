/** How an export of orders is read: its columns and its zone, and reading it (again) so. */
import { type ChangeEvent, useRef, useState } from 'react';
import type { OrderWishes } from '../../shared/api/contract.ts';
import { desktop } from '../connect.ts';
import { importFiles } from '../state/import-files.ts';
import { pickAndOpen } from '../state/log-preview.ts';
import { askedRoles, setOrderWishes, useOrderWishes } from '../state/order-wishes.ts';
import { Dialog } from '../ui/dialog.tsx';
import './orders-dialog.css';

type Asked = (typeof askedRoles)[number];

const words: Record<Asked, { title: string; example: string }> = {
  number: { title: 'Order number', example: 'Name' },
  value: { title: 'Value', example: 'Total' },
  currency: { title: 'Currency', example: 'Currency' },
  at: { title: 'Time', example: 'Created at' },
};

type Texts = Record<Asked | 'zone', string>;

function textsOf({ columns, zone }: OrderWishes): Texts {
  const { number = '', value = '', currency = '', at = '' } = columns;
  return { number, value, currency, at, zone: zone ?? '' };
}

function wishesOf(texts: Texts): OrderWishes {
  const given = askedRoles.flatMap((role) => (texts[role].trim() === '' ? [] : [[role, texts[role].trim()]]));
  return { columns: Object.fromEntries(given), zone: texts.zone.trim() || null };
}

export function OrdersDialog({ onClose }: { onClose: () => void }) {
  const [texts, setTexts] = useState(() => textsOf(useOrderWishes.getState().wishes));
  const picker = useRef<HTMLInputElement>(null);
  const set = (name: keyof Texts) => (event: ChangeEvent<HTMLInputElement>) =>
    setTexts({ ...texts, [name]: event.target.value });
  const choose = () => {
    setOrderWishes(wishesOf(texts));
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
    <Dialog title="How orders are read" onClose={onClose}>
      <p>
        Columns are found by their names. Where one is taken wrongly, write how it is called in the export; what is left
        empty is found as before. It holds in this window until you change it.
      </p>
      <div className="order-fields">
        {askedRoles.map((role) => (
          <label key={role}>
            <span>{words[role].title}</span>
            <input
              className="field"
              spellCheck={false}
              placeholder={words[role].example}
              value={texts[role]}
              onChange={set(role)}
            />
          </label>
        ))}
        <label>
          <span>Zone of its times</span>
          <input
            className="field"
            spellCheck={false}
            placeholder="Europe/Berlin"
            value={texts.zone}
            onChange={set('zone')}
          />
        </label>
      </div>
      <p className="hint">
        Read again, an order takes the place of the one with its number. Where the number itself was wrong, open a new
        session.
      </p>
      <div className="dialog-actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            setOrderWishes(wishesOf(texts));
            onClose();
          }}
        >
          Keep for later
        </button>
        <button type="button" className="button primary" onClick={choose}>
          Read a file so…
        </button>
      </div>
      <input ref={picker} type="file" hidden aria-label="Export of orders" onChange={pick} />
    </Dialog>
  );
}
