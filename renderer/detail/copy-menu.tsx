/** The event, or the whole pair, in the forms in which people need it elsewhere. */
import { Header, Menu, MenuItem, MenuSection } from 'react-aria-components';
import type { CallOutput } from '../../shared/api/contract.ts';
import type { TrackedEvent } from '../../shared/model/event.ts';
import { curlOfRequest, curlOfServerEvent } from '../../shared/view/copy-forms/curl.ts';
import { fbqCall } from '../../shared/view/copy-forms/fbq-call.ts';
import { nodeSdkCode } from '../../shared/view/copy-forms/sdk-code.ts';
import { serverPayload } from '../../shared/view/copy-forms/server-payload.ts';
import { ticketOf } from '../../shared/view/copy-forms/ticket.ts';
import { callCore } from '../state/core-calls.ts';
import { attempt, tell } from '../state/feedback.ts';
import { MenuButton } from '../ui/menu-button.tsx';

type Detail = CallOutput<'pair.get'>;
type Form = { title: string; write(): string | null | Promise<string | null> };

export function CopyMenu({ detail }: { detail: Detail }) {
  const sections = sectionsOf(detail);
  const copy = (title: string) => {
    const form = sections.flatMap(({ forms }) => forms).find((each) => each.title === title);
    if (form !== undefined) void copyForm(form);
  };
  return (
    <MenuButton label="Copy" icon="copy">
      <Menu aria-label="Copy" className="aria-menu" onAction={(title) => copy(String(title))}>
        {sections.map(({ title, forms }) => (
          <MenuSection key={title}>
            <Header>{title}</Header>
            {forms.map((form) => (
              <MenuItem key={form.title} id={form.title} textValue={form.title} className="aria-menu-item">
                <span className="menu-tick" />
                {form.title}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </MenuButton>
  );
}

function sectionsOf(detail: Detail): { title: string; forms: Form[] }[] {
  const browser = detail.events.find(({ side }) => side === 'browser');
  const server = detail.events.find(({ side }) => side === 'server');
  const ticket = { title: 'Markdown for a ticket, masked', write: () => ticketOf(detail) };
  return [
    { title: 'The pair', forms: [ticket] },
    ...(browser === undefined ? [] : [{ title: 'The browser’s copy', forms: browserForms(browser) }]),
    ...(server === undefined ? [] : [{ title: 'The server’s copy', forms: serverForms(server) }]),
  ];
}

function browserForms(event: TrackedEvent): Form[] {
  return [
    { title: 'fbq call', write: () => fbqCall(event) },
    { title: 'cURL of the call', write: () => curlOfCall(event) },
    { title: 'Browser event as JSON', write: () => JSON.stringify(event, null, 2) },
  ];
}

function serverForms(event: TrackedEvent): Form[] {
  return [
    { title: 'cURL of the event', write: () => curlOfServerEvent(event) },
    { title: 'Node.js SDK', write: () => nodeSdkCode(event) },
    { title: 'Payload as JSON', write: () => JSON.stringify(serverPayload(event), null, 2) },
  ];
}

async function curlOfCall({ id }: TrackedEvent): Promise<string | null> {
  const { raw } = await callCore('event.get', { id });
  return raw === null ? null : curlOfRequest(raw);
}

function copyForm({ title, write }: Form): Promise<boolean> {
  return attempt('Copying', async () => {
    const text = await write();
    if (text === null) return tell('The recording does not hold what this form needs.');
    await navigator.clipboard.writeText(text);
    tell(`Copied: ${title}.`);
  });
}
