/** A report from which hiding did not take what it should is held back, whatever its format: no text, no file. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { noIdentity } from '../../../shared/model/identity.ts';
import { reportFormats } from '../../../shared/report/formats.ts';
import { type Mask, noMask, visitorMask } from '../../../shared/report/mask.ts';
import { browserEvent, serverEvent } from '../../support/events.ts';
import { browserCall } from '../../support/facts.ts';
import { reportSource } from '../../support/report-source.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const state = vi.hoisted(() => ({ broken: null as string | null, throws: false }));

/** The masks as they are, but for one function that does nothing, or throws. */
vi.mock('../../../shared/report/mask.ts', async (importOriginal) => {
  const real = await importOriginal<typeof import('../../../shared/report/mask.ts')>();
  const spoiled = Object.fromEntries(
    Object.entries(real.visitorMask).map(([name, work]) => [
      name,
      (value: never) => {
        if (state.broken !== name) return (work as (value: never) => unknown)(value);
        if (state.throws) throw new Error('customer@shop.example');
        return value;
      },
    ]),
  );
  return { ...real, visitorMask: spoiled };
});

const { exportSession, renderReport } = await import('../../../electron/core/export-session.ts');
const { printReport } = await import('../../../electron/cli/print-report.ts');

afterEach(() => Object.assign(state, { broken: null, throws: false }));

const hash = 'f660ab912ec121d1b1e928a0bb4bc61b15f5ad44d5efdc4e1c92a25e99b8e44a';
const fbp = 'fb.1.1596403881668.1116446470';
const address = 'https://shop.example/thanks?user=jane.roe%40mail.example';
const shared = { url: address, fbp, userData: { em: [hash], ph: ['+49 170 1234567'] } };
const source = reportSource([
  browserEvent({ id: 'b1', eventId: 'order-1', ...shared, customData: { note: 'for jane.roe@mail.example' } }),
  serverEvent({ id: 's1', eventId: 'jane.roe@mail.example', ...shared }),
]);
const call = {
  ...browserCall(1),
  url: 'https://www.facebook.com/tr/?id=1&ev=Lead&dl=https%3A%2F%2Fs.example%2F%3Fu%3Djane.roe%2540mail.example',
};
const render = (format: (typeof reportFormats)[number], reveal = false) =>
  renderReport(source, [call], { format, reveal });

const heldBack =
  /^The report is held back: .+\. Nothing was saved\. Please report this; the session itself is whole\.$/;

test.each(reportFormats)('%s: is given where the masks work, and where all is to be revealed', (format) => {
  expect(render(format)).not.toMatch(/jane\.roe/);
  expect(render(format, true).length).toBeGreaterThan(100);
});

describe.each<[keyof Mask, (typeof reportFormats)[number][]]>([
  ['customer', ['json', 'html']],
  ['cookie', ['json', 'html', 'csv']],
  ['url', ['json', 'html', 'csv']],
  ['json', ['json']],
  ['label', ['json', 'csv']],
  ['plain', ['ndjson']],
])('with a mask for %s that does nothing', (name, formats) => {
  test.each(formats)('%s is refused', (format) => {
    state.broken = name;
    expect(() => render(format)).toThrow(heldBack);
  });
  test.each(formats)('%s is refused where it throws, and the sentence does not quote', (format) => {
    Object.assign(state, { broken: name, throws: true });
    expect(() => render(format)).toThrow(/hiding personal values in it failed/);
    expect(() => render(format)).toThrow(heldBack);
  });
});

test.each(reportFormats)('%s: a token is never let out, not even where all is to be revealed', (format) => {
  const token = `EAAB${'x1'.repeat(20)}`;
  const events = [browserEvent({ id: 'b1', eventName: `Lead ${token}`, eventId: token })];
  const withToken = { ...call, url: `https://www.facebook.com/tr/?id=1&ev=Lead&cd[k]=${token}` };
  const how = { format, reveal: true };
  expect(() => renderReport(reportSource(events), [withToken], how)).toThrow(/would hold an access token/);
});

const book = { reportSource: () => source, facts: () => [call], path: null } as never;

test('the command line leaves no file, and the window gets the sentence', () => {
  state.broken = 'customer';
  const out = join(temporaryFolder(), 'report.json');
  const options = { format: 'json', out, datasetId: null, filter: null, since: null, until: null } as const;
  const report = { ...options, failOn: [], identity: noIdentity, reveal: false, quiet: true };
  expect(() => printReport(book, report)).toThrow(heldBack);
  expect(existsSync(out)).toBe(false);
  expect(() => exportSession(book, { format: 'json', reveal: false })).toThrow(heldBack);
});

test('a name that the user gave is no leak, also where it looks like an address', () => {
  const [first, ...rest] = source.inputs;
  const inputs = first ? [{ ...first, name: 'me@work.example.har' }, ...rest] : [];
  expect(renderReport({ ...source, inputs }, [], { format: 'json', reveal: false })).toContain('me@work.example.har');
});

test('the broken masks of this test are those of the report', () => {
  expect(visitorMask.label('a@b.example')).toBe('…@…');
  expect(noMask.label('a@b.example')).toBe('a@b.example');
});
