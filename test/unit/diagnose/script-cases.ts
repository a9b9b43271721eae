/** Cases of scripts and calls of a page: missing, silent, suppressed, skipped. */
import type { BrowserEvent } from '../../../shared/model/event.ts';
import type { PageNote } from '../../../shared/model/sign.ts';
import { hour, second, start, visitor } from '../../support/events.ts';
import type { Cases } from './case.ts';
import { healthy, loader, pageView, scriptCall } from './whole-session.ts';

const headless = visitor.userAgent.replace('Chrome/', 'HeadlessChrome/');
const note = (own: Partial<PageNote>): PageNote => ({
  ...{ kind: 'console', key: 'n1', input: 0, at: start + 300, page: 'https://shop.example/', text: '' },
  ...own,
});
const counted = (id: `b${number}`, ec: number, own: Partial<BrowserEvent> = {}) =>
  pageView({
    id,
    at: start + ec * second,
    eventName: `Step${ec}`,
    other: { it: String(start - 20), ec: String(ec) },
    ...own,
  });

export const scriptCases: Cases = {
  'delivery.script-missing': {
    fires: [
      { name: 'blocked', events: [], signs: [loader({ outcome: 'blocked', answer: 'net::ERR_BLOCKED_BY_CLIENT' })] },
      { name: 'not found', events: [], signs: [loader({ outcome: 'failed', answer: '404' })] },
    ],
    silent: [
      healthy,
      { name: 'the page was left', events: [], signs: [loader({ outcome: 'aborted', answer: 'net::ERR_ABORTED' })] },
      {
        name: 'the second try arrived',
        events: [],
        signs: [loader({ outcome: 'failed', answer: '503' }), loader({ key: 'l2', at: start + second })],
      },
    ],
  },
  'delivery.silent': {
    fires: [
      { name: 'nothing follows', events: [], signs: [scriptCall({})] },
      {
        name: 'the other dataset sends',
        events: [pageView({ id: 'b1', datasetId: '99', at: start + 100 })],
        signs: [scriptCall({}), scriptCall({ key: 'c2', datasetId: '99' })],
      },
      {
        name: 'the second visit of the page',
        events: [pageView({ id: 'b1', at: start + 200 })],
        signs: [scriptCall({}), scriptCall({ key: 'c2', at: start + hour })],
      },
      {
        name: 'traffic permissions',
        events: [],
        signs: [scriptCall({}), note({ text: '[fbpixel] 1234567890 is unavailable.' })],
      },
    ],
    silent: [
      healthy,
      {
        name: 'its call was blocked, which is another finding',
        events: [pageView({ id: 'b1', at: start + 200, outcome: 'blocked' })],
        signs: [scriptCall({})],
      },
      {
        name: 'an automatic event alone',
        events: [pageView({ id: 'b1', at: start + 900, role: 'automatic' })],
        signs: [scriptCall({})],
      },
      { name: 'the page was left first', events: [], signs: [scriptCall({ outcome: 'aborted' })] },
      { name: 'a robot', events: [], signs: [scriptCall({ userAgent: headless })] },
      {
        name: 'two seconds are not over',
        events: [],
        signs: [scriptCall({})],
        options: { now: () => start + 1500 },
      },
    ],
  },
  'delivery.bot-suppressed': {
    fires: [{ name: 'headless Chrome', events: [], signs: [scriptCall({ userAgent: headless })] }],
    silent: [
      healthy,
      { name: 'a normal browser', events: [], signs: [scriptCall({})] },
      {
        name: 'headless, and it sends',
        events: [pageView({ id: 'b1', at: start + 100, userAgent: headless })],
        signs: [scriptCall({ userAgent: headless })],
      },
    ],
  },
  'delivery.counter-gap': {
    fires: [
      { name: 'one in the middle', events: [counted('b1', 0), counted('b2', 2)] },
      {
        name: 'the first, though the load was seen',
        events: [counted('b1', 1)],
        signs: [loader({ at: start - 100 })],
      },
    ],
    silent: [
      healthy,
      { name: 'in another order', events: [counted('b1', 2), counted('b2', 0), counted('b3', 1)] },
      { name: 'recorded from the middle of a page load', events: [counted('b1', 3), counted('b2', 4)] },
      {
        name: 'another page load',
        events: [counted('b1', 0), counted('b2', 2, { other: { it: String(start), ec: '2' } })],
      },
      {
        name: 'an automatic one between',
        events: [counted('b1', 0), counted('b2', 1, { role: 'automatic' }), counted('b3', 2)],
      },
      {
        name: 'a form post that may still be under way',
        events: [counted('b1', 0), counted('b2', 2)],
        options: { now: () => start + 3 * second },
      },
    ],
  },
};
