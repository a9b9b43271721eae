/** `twinlane demo`: the demo shop in a browser, and the app beside it watching. Nothing reaches Meta. */
import { demoOptions } from '../core/session-options.ts';
import { exitStatus } from './exit-status.ts';
import { openAddress } from './open-address.ts';
import type { RecordCommand } from './options.ts';
import { printReport } from './print-report.ts';
import { say } from './progress.ts';
import { printReady } from './record.ts';
import { serveApp } from './serve.ts';
import { untilTold } from './until-told.ts';

export async function demoCommand({ record, durationMs, report }: RecordCommand): Promise<number> {
  const told = untilTold(durationMs);
  const { session, host, close } = await serveApp(0, report.identity);
  try {
    const ended = new Promise<void>((resolve) => session.onEnded(resolve));
    const { browser, headless, proxyPort, endpointPort, file } = record;
    const recording = await session.record({ ...demoOptions, browser, headless, proxyPort, endpointPort, file });
    const shop = session.desk.status.now().demoShop;
    printReady(session, recording, { app: host.url, ...(shop === null ? {} : { shop }) });
    say(report.quiet)(`Buy something in the shop; what happens stands in ${host.url}\nCtrl-C ends.`);
    if (!headless && browser !== 'none') openAddress(host.url);
    await Promise.race([told, ended]);
    await session.stop('The demo ended.');
    const book = session.desk.book();
    const isAsked = report.format !== null || report.out !== null || report.failOn.length > 0;
    return book !== null && isAsked ? printReport(book, report) : exitStatus.done;
  } finally {
    await close();
  }
}
