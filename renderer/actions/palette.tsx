/** Finds an action by a few letters of its name. */
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { texts } from '../texts/texts.ts';
import type { Action } from './action.ts';
import { possibleActions } from './actions.ts';
import { keyWords } from './key-words.ts';
import './palette.css';

const { groups, palette: words } = texts.actions;

export function Palette({ onClose }: { onClose: () => void }) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const items = possibleActions().filter(({ id }) => id !== 'help.palette');
  /** After the palette is gone: what it runs may want the focus. */
  const run = (action: Action | undefined) => {
    onClose();
    requestAnimationFrame(() => void action?.run());
  };
  return (
    <ModalOverlay className="palette-ground" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="palette">
        <Dialog aria-label={words.label}>
          <Autocomplete filter={contains}>
            <SearchField aria-label={words.label} autoFocus className="palette-field">
              <Input placeholder={words.placeholder} />
            </SearchField>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
            <div className="palette-room" tabIndex={0}>
              <Menu
                aria-label={words.list}
                className="palette-list"
                items={items}
                renderEmptyState={() => <p className="palette-none">{words.none}</p>}
                onAction={(id) => run(items.find((action) => action.id === id))}
              >
                {(action) => <PaletteItem action={action} />}
              </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteItem({ action: { id, title, group, keys } }: { action: Action }) {
  const [key] = keys ?? [];
  return (
    <MenuItem id={id} textValue={`${title} ${groups[group]}`} className="palette-item">
      <span>{title}</span>
      <span className="palette-group">{groups[group]}</span>
      {key !== undefined && <kbd className="key">{keyWords(key)}</kbd>}
    </MenuItem>
  );
}
