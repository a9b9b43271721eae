/** Each fault of the demo shop raises its own finding and no other; the healthy shop raises none. */
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readLog } from '../../../electron/core/intake/read-log.ts';
import { createPipeline } from '../../../electron/core/pipeline.ts';
import { faultGroups, faults, isFaultId } from '../../../electron/demo/faults/list.ts';
import { rules } from '../../../shared/diagnose/rules.ts';
import { sessionRules } from '../../../shared/diagnose/session-rules.ts';
import { visitWith } from '../../support/demo-visit.ts';
import { hasMaterial, material } from '../../support/material.ts';
import { recordingHandle } from '../../support/recording-handle.ts';

/** The visit's server side comes as requests: what only the log shows has a test of its own. */
const inLog = 'privacy.token-in-log';
const judged = new Set([...rules, ...sessionRules].map(({ code }) => code).filter((code) => code !== inLog));

/** What Twinlane makes of the shop's own log. */
async function findingsInLog(lines: readonly string[]) {
  const handle = recordingHandle();
  await readLog(Readable.from([Buffer.from(lines.join('\n'))]), handle);
  const pipeline = createPipeline();
  pipeline.take(handle.facts);
  return pipeline.findings().filter(({ code }) => code === inLog);
}

describe('the list of faults', () => {
  it.runIf(hasMaterial)('expects only findings that are in the contract', () => {
    const contract = readFileSync(material('contract/FINDINGS.md'), 'utf8');
    const codes = new Set(contract.match(/\b[a-z]+\.[a-z-]+\b/g));
    const unknown = faults.flatMap(({ code, also }) => [code, ...also]).filter((code) => !codes.has(code));
    expect(unknown).toEqual([]);
  });

  it('gives every fault one name and a place in the panel', () => {
    const shown = faultGroups.flatMap((group) => group.faults.map(({ id }) => id));
    expect(shown).toEqual(faults.map(({ id }) => id));
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.every(isFaultId)).toBe(true);
    expect(isFaultId('id.unheard-of')).toBe(false);
  });
});

describe('a visit with two orders', () => {
  it('is sixteen deduplicated pairs without a finding while the shop is healthy', async () => {
    const { pairs, findings } = await visitWith();
    expect(findings).toEqual([]);
    expect(pairs).toHaveLength(16);
    expect(new Set(pairs.map(({ verdict }) => verdict))).toEqual(new Set(['deduplicated']));
  });

  for (const { id, code, also } of faults.filter((fault) => judged.has(fault.code))) {
    it(`raises ${[code, ...also].join(' and ')} and nothing else with the fault ${id}`, async () => {
      const { findings } = await visitWith(id);
      const raised = [...new Set(findings.map((finding) => finding.code))];
      expect(raised.sort()).toEqual([code, ...also].sort());
    });
  }

  it('shows the access token in the log with the fault that logs it, and never else', async () => {
    const [healthy, careless] = [await visitWith(), await visitWith(inLog)];
    const found = await findingsInLog(careless.log);
    expect(await findingsInLog(healthy.log)).toEqual([]);
    expect(found.map(({ detail }) => detail)).toEqual([
      expect.stringContaining('16 records hold one, the first at line 1'),
    ]);
    expect(JSON.stringify(found)).not.toContain('EAADEMO');
  });
});
