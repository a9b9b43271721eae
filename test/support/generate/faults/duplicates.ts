/** One action sent more than once by one side. */
import { copiesOf, type Draft } from '../draft.ts';
import type { Fault } from '../fault.ts';
import type { CapiSend, PixelSend } from '../sends.ts';
import { eventIdOf } from '../what-meta-counts.ts';

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

/** Meta may join such a send by the visitor, in place of the first: whose copy is whose is then open to argument. */
const twinWithoutId = ['twin', 'id'] as const;

export const duplicateFaults: readonly Fault[] = [
  {
    name: 'the Pixel fires twice',
    codes: [],
    touches: ['pixel-send', 'again'],
    apply(draft) {
      // Without an id there is nothing by which Meta could tell the repeat.
      draft.codes.add(copiesOf(draft).pixel.eventId === null ? 'dup.browser-twins' : 'dup.browser-repeat');
      againInBrowser(draft, {});
    },
  },
  {
    name: 'the server sends twice',
    codes: [],
    touches: ['capi-send', 'again'],
    apply(draft) {
      const id = eventIdOf(copiesOf(draft).capi);
      draft.codes.add(id === null ? 'dup.server-twins' : 'dup.server-repeat');
      againOnServer(draft, id);
    },
  },
  {
    name: 'a second tag with its own id',
    codes: ['dup.browser-twins'],
    touches: ['pixel-send', 'again', 'twin'],
    apply: (draft) => againInBrowser(draft, { eventId: draft.random.uuid() }),
  },
  {
    name: 'a second tag without id',
    codes: ['dup.browser-twins'],
    touches: ['pixel-send', 'again', ...twinWithoutId],
    apply: (draft) => againInBrowser(draft, { eventId: null }),
  },
  {
    name: 'two integrations on the server',
    codes: ['dup.server-twins'],
    touches: ['capi-send', 'again', 'twin'],
    apply: (draft) => againOnServer(draft, draft.random.uuid()),
  },
  {
    name: 'a second server job without id',
    codes: ['dup.server-twins'],
    touches: ['capi-send', 'again', ...twinWithoutId],
    only: ['Purchase'],
    apply: (draft) => againOnServer(draft, null),
  },
  {
    name: 'a second tag without id, which fires first',
    codes: ['dup.browser-twins'],
    touches: ['pixel-send', 'again', ...twinWithoutId],
    apply(draft) {
      const { pixel } = copiesOf(draft);
      againInBrowser(draft, { eventId: null, at: pixel.at - draft.random.int(80, 600) });
    },
  },
  {
    name: 'a hook of the shop sends first, under an id of its own',
    codes: ['dup.server-twins'],
    touches: ['capi-send', 'again', 'time', ...twinWithoutId],
    only: ['Purchase'],
    apply(draft) {
      const { pixel, capi } = copiesOf(draft);
      againOnServer(draft, draft.random.uuid());
      const [, hook] = draft.capi;
      if (hook === undefined) throw new Error('The hook did not send.');
      hook.sentAt = Math.min(pixel.at, capi.sentAt) - draft.random.int(1500, 5000);
      hook.event.event_time = Math.floor((hook.sentAt - 100) / 1000);
    },
  },
];
