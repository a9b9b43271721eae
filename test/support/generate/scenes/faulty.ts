/** Faults that take more than one action, or none at all, to show. */
import { createHash } from 'node:crypto';
import type { Identity } from '../../../../shared/model/identity.ts';
import { makeLoad, pageView, pixelSend } from '../draft.ts';
import { act, only, type Scene, type SceneKind, type Stage, sceneOf } from '../scene.ts';
import type { ScriptCall } from '../sends.ts';
import { makeVisitor, sha256Hex, withOwnBrowser } from '../visitor.ts';

/** What the tester told of themselves (`--identity`): the only address that a judge may know in plain text. */
const tester = { email: 'Tessa.Tester@Example.com', normalized: 'tessa.tester@example.com' };
export const testerIdentity: Identity = { em: [tester.email] };

/** Two actions under one id: Meta keeps the first. */
function swallowed(scene: Scene): Scene {
  const views = scene.around?.length ?? 0;
  const verdicts = { deduplicated: 1, 'browser-only': views };
  return { ...scene, outcome: { verdicts, countedByMeta: 1 + views, distinctActions: 2 + views } };
}

function reused(stage: Stage, { gapMs, isSameVisitor }: { gapMs: number; isSameVisitor: boolean }): Scene {
  const kind = isSameVisitor ? 'Purchase' : 'Lead';
  const first = act(stage, { kind });
  const second = act(stage, { kind, afterMs: gapMs, ...(isSameVisitor && { visitor: first.visitor }) });
  const id = `${kind}-${stage.random.digits(9)}`;
  for (const draft of [first, second]) {
    only(draft.pixel).eventId = id;
    only(draft.capi).event.event_id = id;
  }
  return swallowed(sceneOf(first, second));
}

function scripts({ random, at, dataset }: Stage, name: string) {
  const visitor = makeVisitor(random, at);
  const load = makeLoad(`/landing-${random.hex(8)}`, at);
  const id = dataset();
  const call = (afterMs: number, url: string): ScriptCall => ({
    at: at + afterMs,
    url,
    page: load.url,
    userAgent: visitor.userAgent,
    end: { status: 200 },
  });
  const loader = call(20, 'https://connect.facebook.net/en_US/fbevents.js');
  const config = call(
    160,
    `https://connect.facebook.net/signals/config/${id}?v=2.9.252&r=stable&domain=${name}.example`,
  );
  return { loader, config, marks: [load.url, id] };
}

export const faultyScenes: readonly SceneKind[] = [
  {
    name: 'one id for every order',
    codes: ['id.reused'],
    play: (stage) => reused(stage, { gapMs: stage.random.int(60_000, 1_500_000), isSameVisitor: true }),
  },
  {
    name: 'one id for every visitor',
    codes: ['id.reused'],
    play: (stage) => reused(stage, { gapMs: stage.random.int(60_000, 1_500_000), isSameVisitor: false }),
  },
  {
    name: 'a page comes out of the cache with its id',
    codes: ['id.reused'],
    play(stage) {
      const first = act(stage, { kind: 'Lead' });
      const second = act(stage, { kind: 'Lead', afterMs: stage.random.int(40, 240) * 60_000 });
      only(second.pixel).eventId = only(first.pixel).eventId;
      second.capi.length = 0;
      return swallowed(sceneOf(first, second));
    },
  },
  {
    name: 'the thank-you page is loaded again',
    codes: ['dup.browser-repeat'],
    play(stage) {
      const draft = act(stage, { kind: 'Purchase' });
      const pixel = only(draft.pixel);
      const load = { ...pixel.load, openedAt: pixel.at + stage.random.int(20_000, 600_000) };
      draft.pixel.push({ ...pixel, load, at: load.openedAt + 900 });
      draft.around.push(pageView(load, draft.visitor));
      return sceneOf(draft);
    },
  },
  {
    name: 'two installs of one dataset',
    codes: ['dup.two-installs', 'dup.browser-twins'],
    play({ random, at }) {
      const visitor = makeVisitor(random, at);
      const load = makeLoad(`/p/${random.hex(6)}`, at);
      const other = { ...load, openedAt: at + 140, agent: 'woocommerce_0-10.6.2-3.6.3', version: '2.9.241' };
      const first = pageView(load, visitor);
      const second = pixelSend({ load: other, visitor, eventName: 'PageView', at: first.at + random.int(60, 900) });
      return { actions: [{ pixel: [first, second], capi: [] }], marks: [load.url] };
    },
  },
  {
    name: 'a noscript image beside the script',
    codes: ['dup.two-installs'],
    tolerated: ['dup.browser-twins'],
    play({ random, at }) {
      const visitor = withOwnBrowser(makeVisitor(random, at), random);
      const first = pageView(makeLoad(`/p/${random.hex(6)}`, at), visitor);
      const image = { ...first, at: first.at + random.int(20, 300), extra: { noscript: '1' } };
      const outcome = { verdicts: { 'browser-only': 2 }, countedByMeta: 2, distinctActions: null };
      return { actions: [{ pixel: [first, image], capi: [] }], marks: [first.load.url], outcome };
    },
  },
  {
    name: 'fbevents.js is blocked',
    codes: ['delivery.script-missing'],
    play(stage) {
      const { loader, marks } = scripts(stage, 'blocked');
      return { actions: [], scripts: [{ ...loader, end: { error: 'net::ERR_BLOCKED_BY_CLIENT' } }], marks };
    },
  },
  {
    name: 'initialised and silent',
    codes: ['delivery.silent'],
    play(stage) {
      const { loader, config, marks } = scripts(stage, 'silent');
      return { actions: [], scripts: [loader, config], marks };
    },
  },
  {
    name: 'a robot',
    codes: ['delivery.bot-suppressed'],
    tolerated: ['delivery.silent'],
    play(stage) {
      const { loader, config, marks } = scripts(stage, 'robot');
      const userAgent =
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36';
      return { actions: [], scripts: [loader, config].map((call) => ({ ...call, userAgent })), marks };
    },
  },
  ...(['upper case', 'white space', 'MD5'] as const).map(
    (how): SceneKind => ({
      name: `the tester's e-mail hashed wrongly: ${how}`,
      codes: [how === 'MD5' ? 'key.bad-hash' : 'key.not-normalized'],
      tolerated: ['key.differs', 'request.invalid'],
      play(stage) {
        const visitor = {
          ...makeVisitor(stage.random, stage.at),
          email: tester.normalized,
          em: sha256Hex(tester.normalized),
        };
        const draft = act(stage, { kind: 'Purchase', visitor });
        const spelled = { 'upper case': tester.email, 'white space': `${tester.normalized} `, MD5: tester.normalized };
        const algorithm = how === 'MD5' ? 'md5' : 'sha256';
        only(draft.capi).userData.em = [createHash(algorithm).update(spelled[how]).digest('hex')];
        return sceneOf(draft);
      },
    }),
  ),
];
