/** The event, or the whole pair, in the forms in which people need it elsewhere. */
import { Header, type Key, Menu, MenuItem, MenuSection } from 'react-aria-components';
import type { CallOutput } from '../../shared/api/contract.ts';
import type { TrackedEvent } from '../../shared/model/event.ts';
import { curlOfRequest, curlOfServerEvent } from '../../shared/view/copy-forms/curl.ts';
import { fbqCall } from '../../shared/view/copy-forms/fbq-call.ts';
import { nodeSdkCode } from '../../shared/view/copy-forms/sdk-code.ts';
import { serverPayload } from '../../shared/view/copy-forms/server-payload.ts';
import { ticketOf } from '../../shared/view/copy-forms/ticket.ts';
import { callCore } from '../state/core-calls.ts';
import { attempt, tell } from '../state/feedback.ts';
import { texts } from '../texts/texts.ts';
import { MenuButton } from '../ui/menu-button.tsx';

const words = texts.detail.copy;

type Detail = CallOutput<'pair.get'>;
type Form = { key: keyof typeof words.forms; write(): string | null | Promise<string | null> };

export function CopyMenu({ detail }: { detail: Detail }) {
  const sections = sectionsOf(detail);
  const copy = (key: Key) => {
    const form = sections.flatMap(({ forms }) => forms).find((each) => each.key === key);
    if (form !== undefined) void copyForm(form);
  };
  return (
    <MenuButton label={words.label} icon="copy">
      <Menu aria-label={words.label} className="aria-menu" onAction={copy}>
        {sections.map(({ title, forms }) => (
          <MenuSection key={title}>
            <Header>{title}</Header>
            {forms.map(({ key }) => (
              <MenuItem key={key} id={key} textValue={words.forms[key]} className="aria-menu-item">
                <span className="menu-tick" />
                {words.forms[key]}
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
  return [
    { title: words.pair, forms: [{ key: 'ticket', write: () => ticketOf(detail) }] },
    ...(browser === undefined ? [] : [{ title: words.browser, forms: browserForms(browser) }]),
    ...(server === undefined ? [] : [{ title: words.server, forms: serverForms(server) }]),
  ];
}

function browserForms(event: TrackedEvent): Form[] {
  return [
    { key: 'fbq', write: () => fbqCall(event) },
    { key: 'curlOfCall', write: () => curlOfCall(event) },
    { key: 'browserJson', write: () => JSON.stringify(event, null, 2) },
  ];
}

function serverForms(event: TrackedEvent): Form[] {
  return [
    { key: 'curlOfEvent', write: () => curlOfServerEvent(event) },
    { key: 'sdk', write: () => nodeSdkCode(event) },
    { key: 'payload', write: () => JSON.stringify(serverPayload(event), null, 2) },
  ];
}

async function curlOfCall({ id }: TrackedEvent): Promise<string | null> {
  const { raw } = await callCore('event.get', { id });
  return raw === null ? null : curlOfRequest(raw);
}

function copyForm({ key, write }: Form): Promise<boolean> {
  return attempt(words.action, async () => {
    const text = await write();
    if (text === null) return tell(words.notHeld);
    await navigator.clipboard.writeText(text);
    tell(words.done(words.forms[key]));
  });
}
