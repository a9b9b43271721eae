/** The dialogs of the session page; one at a time. */
import { showDialog, useView } from '../state/view.ts';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { SourcesDialog } from './sources-dialog.tsx';
import './dialogs.css';

const close = () => showDialog(null);

export function SessionDialogs() {
  const dialog = useView((state) => state.dialog);
  switch (dialog) {
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    case 'sources':
      return <SourcesDialog onClose={close} />;
    case 'delivery':
      return <DeliveryDialog onClose={close} />;
    case 'palette':
    case null:
      return null;
  }
}
