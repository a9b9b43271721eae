/** One action sent more than once by one side. */
import { copiesOf, type Draft } from '../draft.ts';
import type { Fault } from '../fault.ts';
import type { CapiSend, PixelSend } from '../sends.ts';

function againInBrowser(draft: Draft, changes: Partial<PixelSend>): void {
  const { pixel } = copiesOf(draft);
  draft.pixel.push({ ...pixel, at: pixel.at + draft.random.int(80, 1500), ...changes });
}

function againOnServer(draft: Draft, id: string | null): void {
  const { capi } = copiesOf(draft);
  const { event_id: _first, ...event } = capi.event;
  const again: CapiSend = { ...capi, event: id === null ? event : { ...event, event_id: id } };
  again.sentAt = capi.sentAt + draft.random.int(500, 6000);
  draft.capi.push(again);
}

export const duplicateFaults: readonly Fault[] = [
  {
    name: 'the Pixel fires twice',
    codes: ['dup.browser-repeat'],
    touches: ['pixel-send'],
    apply: (draft) => againInBrowser(draft, {}),
  },
  {
    name: 'the server sends twice',
    codes: ['dup.server-repeat'],
    touches: ['capi-send'],
    apply: (draft) => againOnServer(draft, String(copiesOf(draft).capi.event.event_id)),
  },
  {
    name: 'a second tag with its own id',
    codes: ['dup.browser-twins'],
    touches: ['pixel-send', 'twin'],
    apply: (draft) => againInBrowser(draft, { eventId: draft.random.uuid() }),
  },
  {
    name: 'a second tag without id',
    codes: ['dup.browser-twins'],
    touches: ['pixel-send', 'twin'],
    apply: (draft) => againInBrowser(draft, { eventId: null }),
  },
  {
    name: 'two integrations on the server',
    codes: ['dup.server-twins'],
    touches: ['capi-send', 'twin'],
    apply: (draft) => againOnServer(draft, draft.random.uuid()),
  },
  {
    name: 'a second server job without id',
    codes: ['dup.server-twins'],
    touches: ['capi-send', 'twin'],
    only: ['Purchase'],
    apply: (draft) => againOnServer(draft, null),
  },
];
