/** Connecting a server: the check of every way in, and for each kind of server the lines to paste. */
import type { Key } from 'react-aria-components';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { backends } from '../../shared/backends/backends.ts';
import { chooseBackend, useConnect } from '../state/connect.ts';
import { texts } from '../texts/texts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { BackendCard } from './backend-card.tsx';
import { ConnectionCheck } from './connection-check.tsx';
import { useAddresses } from './use-addresses.ts';
import './backends.css';

export function ConnectDialog({ onClose }: { onClose: () => void }) {
  const { addresses, areExamples } = useAddresses();
  const chosen = useConnect((state) => state.chosen);
  const choose = (key: Key) => chooseBackend(String(key));
  return (
    <Dialog title={texts.backends.title} onClose={onClose}>
      <div className="connect">
        <ConnectionCheck />
        <Tabs className="backends" orientation="vertical" selectedKey={chosen} onSelectionChange={choose}>
          <TabList className="backend-list" aria-label={texts.backends.list}>
            {backends.map(({ id, name }) => (
              <Tab key={id} id={id} className="backend-tab">
                {name}
              </Tab>
            ))}
          </TabList>
          {backends.map((backend) => (
            <TabPanel key={backend.id} id={backend.id} className="backend-card">
              <BackendCard backend={backend} addresses={addresses} areExamples={areExamples} />
            </TabPanel>
          ))}
        </Tabs>
      </div>
    </Dialog>
  );
}
