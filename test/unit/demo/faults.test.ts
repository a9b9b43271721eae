/** Each fault of the demo shop raises its own finding and no other; the healthy shop raises none. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultGroups, faults, isFaultId } from '../../../electron/demo/faults/list.ts';
import { rules } from '../../../shared/diagnose/rules.ts';
import { visitWith } from '../../support/demo-visit.ts';
import { hasMaterial, material } from '../../support/material.ts';

const judged = new Set(rules.map(({ code }) => code));

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
    const healthy = await visitWith();
    const careless = await visitWith('privacy.token-in-log');
    expect(healthy.log.filter((line) => line.includes('EAADEMO'))).toEqual([]);
    expect(careless.log.some((line) => line.includes('access_token=EAADEMO'))).toBe(true);
  });
});
