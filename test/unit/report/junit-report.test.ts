/** The report as JUnit XML: well-formed, and of the shape that the schemas of Ant and Jenkins share. */
import { expect, it } from 'vitest';
import { buildReport, type ReportSource } from '../../../shared/report/build-report.ts';
import { junitReport } from '../../../shared/report/junit-report.ts';
import { browserEvent, serverEvent } from '../../support/events.ts';
import { readXml, type XmlElement } from '../../support/read-xml.ts';
import { hostileSource, reportSource } from '../../support/report-source.ts';

function suitesOf(source: ReportSource, failOn: string[] = []): XmlElement[] {
  const root = readXml(junitReport(buildReport(source, { reveal: false }), failOn));
  expect(root.name).toBe('testsuites');
  return root.children;
}

const cases = (suite: XmlElement | undefined) => (suite?.children ?? []).filter(({ name }) => name === 'testcase');
const mismatch = () => reportSource([browserEvent({ id: 'b1' }), serverEvent({ id: 's1', eventId: '1001' })]);
const healthy = () => reportSource([browserEvent({ id: 'b1' }), serverEvent({ id: 's1' })]);
const late = () =>
  reportSource([
    browserEvent({ id: 'b1' }),
    serverEvent({ id: 's1', seenAt: browserEvent({ id: 'b1' }).at + 120_000 }),
  ]);

it('a healthy pair is a passed case, a faulty one fails by its cause and says how to mend it', () => {
  expect(cases(suitesOf(healthy())[0]).map(({ children }) => children.length)).toEqual([0]);
  const [failed] = cases(suitesOf(mismatch())[0]);
  const [failure] = failed?.children ?? [];
  expect(failed?.attributes).toMatchObject({
    classname: 'twinlane.Purchase',
    name: 'p1 Purchase order 1001 double-counted',
  });
  expect(failure).toMatchObject({ name: 'failure', attributes: { type: 'id.mismatch' } });
  expect(failure?.text).toMatch(/Fix: Build the id in one place/);
});

it('a warning stands in system-out, and fails where --fail-on names it', () => {
  const [suite] = suitesOf(late());
  expect(suite?.attributes).toMatchObject({ tests: '1', failures: '0' });
  expect(suite?.children.find(({ name }) => name === 'system-out')?.text).toMatch(/p1 Purchase.*warning time\.late/);
  expect(suitesOf(late(), ['warning'])[0]?.attributes).toMatchObject({ failures: '1' });
  expect(suitesOf(late(), ['time.late'])[0]?.attributes).toMatchObject({ failures: '1' });
});

it.each([
  ['faults', mismatch],
  ['no faults', healthy],
  ['hostile text', hostileSource],
  ['nothing', () => reportSource([])],
])('with %s it is what either schema asks for', (_what, source) => {
  for (const [index, suite] of suitesOf(source()).entries()) {
    expect(Object.keys(suite.attributes).sort()).toEqual([
      'errors',
      'failures',
      'hostname',
      'id',
      'name',
      'package',
      'tests',
      'time',
      'timestamp',
    ]);
    expect(suite.attributes.id).toBe(String(index));
    expect(suite.attributes.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    expect(Number(suite.attributes.tests)).toBe(cases(suite).length);
    expect(Number(suite.attributes.failures)).toBe(cases(suite).filter(({ children }) => children.length > 0).length);
    expect(suite.children.map(({ name }) => name).join(' ')).toMatch(/^properties( testcase)* system-out system-err$/);
    for (const { attributes, children } of cases(suite)) {
      expect(Object.keys(attributes)).toEqual(['classname', 'name', 'time']);
      for (const { name, attributes: own } of children) {
        expect(name).toBe('failure');
        expect(Object.keys(own)).toEqual(['message', 'type']);
      }
    }
  }
});
