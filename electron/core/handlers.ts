/** Every call of the contract, each one line into the session. */

import packageJson from '../../package.json' with { type: 'json' };
import type { Handlers } from '../../shared/api/contract.ts';
import { Refusal } from '../../shared/api/errors.ts';
import { scoresOf } from '../../shared/measure/scores.ts';
import { engineVersion } from '../../shared/model/engine.ts';
import { findBrowsers } from './capture/find-browser.ts';
import { closeAndCleanUp } from './clean-up.ts';
import { setDeliveryMode, setEndpointMode } from './delivery-mode.ts';
import { describeEvent, describeLines, describePair } from './describe.ts';
import { exportSession } from './export-session.ts';
import { readPollHeaders } from './intake/poll/poll-headers.ts';
import { openAny, openSample, previewAny } from './open-files.ts';
import type { Session } from './session.ts';
import { demoOptions, recordOptions } from './session-options.ts';
import { recentSessions } from './store/sessions-folder.ts';
import { createUploads } from './uploads.ts';

export function createHandlers(session: Session): Handlers {
  const uploads = createUploads();
  const open = () => {
    const book = session.desk.book();
    if (book === null) throw new Refusal('not-found', 'No session is open.');
    return book;
  };
  return {
    'app.describe': () => ({
      version: packageJson.version,
      engine: engineVersion,
      browsers: findBrowsers().map(({ id, name }) => ({ id, name })),
      sessionsFolder: session.sessionsFolder,
      recent: recentSessions(session.sessionsFolder),
    }),
    'session.snapshot': () => session.desk.snapshot(),
    'session.page': ({ page }) => session.desk.page(page),
    'session.record': async (input) => done(session.record(recordOptions(input))),
    'session.demo': async () => done(session.record(demoOptions)),
    'session.sample': async () => done(openSample(session)),
    'session.stop': async () => done(session.stop('You stopped the recording.')),
    'session.close': async () => done(session.close()),
    'session.set-mode': ({ mode }) => done(setDeliveryMode(session.desk.status, mode)),
    'endpoint.set-mode': (change) => done(setEndpointMode(session.desk.status, change)),
    'app.clean-up': ({ sessions }) => closeAndCleanUp(session, sessions),
    'browser.lines': async () => {
      const { lines, notes } = await session.tools().browserLines();
      return { lines, notes };
    },
    'session.trust-host': async ({ host }) => done(session.tools().trustHost(host)),
    'session.distrust-host': async ({ host }) => done(session.tools().distrustHost(host)),
    'source.poll': async ({ url, headers, instead }) =>
      done(session.polls().start({ url, headers: readPollHeaders(headers) }, instead)),
    'lan.open': async () => done(session.tools().openLan()),
    'lan.close': async () => done(session.tools().closeLan()),
    'sources.check': async () => ({ ways: await session.checkSources() }),
    'source.preview': ({ path }) => previewAny(path),
    'session.open': async ({ path, orders }) => done(openAny(session, path, orders)),
    'session.open-apart': async ({ path }) => ({ url: await session.openApart(path) }),
    'session.stop-reading': () => done(session.reading.stop()),
    'session.import': async (chunk) => uploads.take(chunk, session),
    'session.label': ({ path, label }) => done(session.shelf.label(path, label)),
    'session.delete': ({ path }) => ({ trashed: session.shelf.discard(path) }),
    'session.restore': ({ trashed }) => ({ path: session.shelf.restore(trashed) }),
    'session.mark': async (wish) => done(open().mark(wish)),
    'session.export': ({ format, reveal }) => exportSession(open(), { format, reveal }),
    'session.measures': () => scoresOf(open().reportSource()),
    'pair.get': ({ key }) => describePair(open(), key),
    'event.get': ({ id }) => describeEvent(open(), id),
    'event.lines': ({ id }) => describeLines(open(), id),
  };
}

/** Calls that only do something answer with nothing. */
async function done(work: unknown): Promise<Record<string, never>> {
  await work;
  return {};
}
