/** The dialogs; one at a time. */
import { ConnectDialog } from './backends/connect-dialog.tsx';
import { PreviewDialog } from './preview/preview-dialog.tsx';
import { EndpointDialog } from './recording/endpoint-dialog.tsx';
import { OwnBrowserDialog } from './recording/own-browser-dialog.tsx';
import { PhonesDialog } from './recording/phones-dialog.tsx';
import { PollDialog } from './recording/poll-dialog.tsx';
import { TrustDialog } from './recording/trust-dialog.tsx';
import { DeliveryDialog } from './session/delivery-dialog.tsx';
import { DroppedDialog } from './session/dropped-dialog.tsx';
import { LabelDialog } from './session/label-dialog.tsx';
import { NotesDialog } from './session/notes-dialog.tsx';
import { OrdersDialog } from './session/orders-dialog.tsx';
import { fileName } from './session/session-name.tsx';
import { SessionsDialog } from './session/sessions-dialog.tsx';
import { ShortcutsDialog } from './session/shortcuts-dialog.tsx';
import { SourcesDialog } from './session/sources-dialog.tsx';
import { SettingsDialog } from './settings/settings-dialog.tsx';
import { useSession } from './state/session.ts';
import { showDialog, useView } from './state/view.ts';
import './session/dialogs.css';

const close = () => showDialog(null);

export function Dialogs() {
  const dialog = useView((state) => state.dialog);
  switch (dialog) {
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    case 'sources':
      return <SourcesDialog onClose={close} />;
    case 'delivery':
      return <DeliveryDialog onClose={close} />;
    case 'notes':
      return <NotesDialog onClose={close} />;
    case 'label':
      return <OpenLabelDialog />;
    case 'own-browser':
      return <OwnBrowserDialog onClose={close} />;
    case 'phones':
      return <PhonesDialog onClose={close} />;
    case 'trusted-hosts':
      return <TrustDialog onClose={close} />;
    case 'endpoint':
      return <EndpointDialog onClose={close} />;
    case 'sessions':
      return <SessionsDialog onClose={close} />;
    case 'dropped':
      return <DroppedDialog onClose={close} />;
    case 'polling':
      return <PollDialog onClose={close} />;
    case 'orders':
      return <OrdersDialog onClose={close} />;
    case 'preview':
      return <PreviewDialog />;
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'connect':
      return <ConnectDialog onClose={close} />;
    case 'palette':
    case null:
      return null;
  }
}

function OpenLabelDialog() {
  const label = useSession((state) => state.status?.label ?? null);
  const file = useSession((state) => state.status?.file ?? null);
  if (label === null || file === null) return null;
  return <LabelDialog path={null} label={label} fileName={fileName(file)} onClose={close} />;
}
