/**
 * The report as JUnit XML, for the build server: one test case a pair, and one for each finding about the session.
 * Written to hold by the schemas of Ant and of Jenkins alike: the attributes that either asks for, no element that either lacks.
 */
import { xmlText } from './markup-text.ts';
import type { Report, ReportFinding } from './report.ts';

type Case = { suite: string; name: string; findings: readonly ReportFinding[] };
type Context = { failOn: ReadonlySet<string>; at: string };

/** A case fails on an error, or on what `failOn` names: `warning`, finding codes. Everything else stands in system-out. */
export function junitReport(report: Report, failOn: readonly string[] = []): string {
  const context = { failOn: new Set(['error', ...failOn]), at: startOf(report) };
  const about = { Pairs: pairCases(report), Session: sessionCases(report) };
  const suites = Object.entries(about).map(([name, cases], id) => suite(name, cases, { ...context, id }));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`;
}

function pairCases({ pairs, findings }: Report): Case[] {
  const byPair = Map.groupBy(findings, ({ pair }) => pair ?? '');
  return pairs.map(({ id, eventName, order, verdict }) => ({
    suite: `twinlane.${eventName}`,
    name: [id, eventName, order === null ? '' : `order ${order}`, verdict].filter((part) => part !== '').join(' '),
    findings: byPair.get(id) ?? [],
  }));
}

function sessionCases({ findings }: Report): Case[] {
  const byCode = Map.groupBy(
    findings.filter(({ pair }) => pair === null),
    ({ code }) => code,
  );
  return [...byCode].map(([code, found]) => ({ suite: 'twinlane.session', name: code, findings: found }));
}

function suite(name: string, cases: readonly Case[], { failOn, at, id }: Context & { id: number }): string {
  const fails = ({ severity, code }: ReportFinding) => failOn.has(severity) || failOn.has(code);
  const failed = cases.filter(({ findings }) => findings.some(fails)).length;
  const head = attributes({
    name: `twinlane ${name}`,
    package: 'twinlane',
    id,
    timestamp: at,
    hostname: 'localhost',
    tests: cases.length,
    failures: failed,
    errors: 0,
    time: 0,
  });
  const notes = cases.flatMap((each) =>
    each.findings.filter((finding) => !fails(finding)).map((finding) => `${each.name}: ${sentence(finding)}`),
  );
  return [
    `  <testsuite${head}>`,
    '    <properties/>',
    ...cases.map((each) => testCase(each, each.findings.filter(fails))),
    `    <system-out>${xmlText(notes.join('\n'))}</system-out>`,
    '    <system-err></system-err>',
    '  </testsuite>\n',
  ].join('\n');
}

/** What causes the others comes first, and gives the failure its type. */
function testCase({ suite: classname, name }: Case, found: readonly ReportFinding[]): string {
  const head = attributes({ classname, name, time: 0 });
  const failures = [...found].sort((a, b) => Number(a.causedBy !== null) - Number(b.causedBy !== null));
  const [first] = failures;
  if (first === undefined) return `    <testcase${head}/>`;
  const message = [...new Set(failures.map(({ title }) => title))].join('; ');
  const text = failures.map((finding) => `${sentence(finding)}\nFix: ${finding.fix}`).join('\n\n');
  const failure = `      <failure${attributes({ message, type: first.code })}>${xmlText(text)}</failure>`;
  return `    <testcase${head}>\n${failure}\n    </testcase>`;
}

function sentence({ severity, code, title, detail }: ReportFinding): string {
  return `${severity} ${code}: ${title}. ${detail}`;
}

/** When the first event happened: the same recording gives the same report. Without a zone, as the schemas want it. */
function startOf({ events }: Report): string {
  return (events[0]?.at ?? '1970-01-01T00:00:00').slice(0, 19);
}

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}
