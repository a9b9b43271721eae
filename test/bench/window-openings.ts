/**
 * Opens windows as a person does: each in a profile of its own, with nothing cached and nothing attached to the page.
 * An inspected page keeps the place of every error that its libraries make while they load: a tenth of its start.
 */
import type { Browser, CDPSession } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { firstRowsTitle } from './rig/watched-view.ts';

const withinMs = 30_000;

/** ms from the start of each navigation to the first rows painted. `url`: of a watched view. */
export async function openingTimes(browser: Browser, url: string, openings: number): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const times: number[] = [];
  for (let n = 0; n < openings; n += 1) times.push(await openingTime(session, url));
  await session.detach();
  return times;
}

async function openingTime(session: CDPSession, url: string): Promise<number> {
  const { browserContextId } = await session.send('Target.createBrowserContext');
  const size = { width: 1280, height: 800 };
  const { targetId } = await session.send('Target.createTarget', { url, browserContextId, ...size });
  const ms = await eventually(() => tellsFirstRows(session, targetId), { withinMs });
  await session.send('Target.disposeBrowserContext', { browserContextId });
  return ms;
}

/** A browser says nothing of a title that changes: it is asked. */
async function tellsFirstRows(session: CDPSession, targetId: string): Promise<number | null> {
  const { targetInfo } = await session.send('Target.getTargetInfo', { targetId });
  const [, ms] = firstRowsTitle.exec(targetInfo.title) ?? [];
  return ms === undefined ? null : Number(ms);
}
