/** The grounds of a verdict or finding, folded away: for who wants to check rather than to mend. */
import type { ReactNode } from 'react';
import type { Confidence, Finding } from '../../shared/model/finding.ts';
import type { Evidence, Pair } from '../../shared/model/pair.ts';
import { rulesOfPair } from '../../shared/pair/rules-of-pairing.ts';
import { confidenceWords } from '../../shared/view/confidence-words.ts';
import { oneLine } from '../../shared/view/visible-text.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';
import './why-we-think-so.css';

const words = texts.detail.grounds;

export function WhyThisFinding({ finding }: { finding: Finding }) {
  const { code, evidence, source, confidence } = finding;
  return (
    <Grounds>
      <dl>
        <Ground name={words.rule} value={<code>{code}</code>} />
        {evidence.browser !== null && (
          <Ground name={texts.ui.sides.browser} value={<span className="mono">{evidence.browser}</span>} />
        )}
        {evidence.server !== null && (
          <Ground name={texts.ui.sides.server} value={<span className="mono">{evidence.server}</span>} />
        )}
        <Basis source={source} confidence={confidence} />
      </dl>
    </Grounds>
  );
}

export function WhyThisVerdict({ pair }: { pair: Pair }) {
  const rules = rulesOfPair(pair);
  if (rules.length === 0 && pair.evidence.length === 0) return null;
  return (
    <Grounds>
      {pair.evidence.length > 0 && <EvidenceTable evidence={pair.evidence} />}
      {rules.map(({ id, statement, source, confidence }) => (
        <dl key={id}>
          <Ground name={words.rule} value={words.ruleStatement(id, statement)} />
          <Basis source={source} confidence={confidence} />
        </dl>
      ))}
    </Grounds>
  );
}

function Grounds({ children }: { children: ReactNode }) {
  return (
    <details className="grounds">
      <summary>
        <Icon name="chevron" size={12} /> {words.title}
      </summary>
      <div className="grounds-text">{children}</div>
    </details>
  );
}

function Basis({ source, confidence }: { source: string; confidence: Confidence }) {
  return (
    <>
      <Ground name={words.source} value={source} />
      <Ground name={words.confidence} value={confidenceWords[confidence]} />
    </>
  );
}

function Ground({ name, value }: { name: string; value: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** What both copies have in common, one sign a row. */
function EvidenceTable({ evidence }: { evidence: Evidence[] }) {
  return (
    <table aria-label={words.evidence}>
      <thead>
        <tr>
          <th scope="col">{words.sign}</th>
          <th scope="col">{texts.ui.sides.browser}</th>
          <th scope="col">{texts.ui.sides.server}</th>
        </tr>
      </thead>
      <tbody>
        {evidence.map(({ kind, browser, server }) => (
          <tr key={kind}>
            <th scope="row">{kind}</th>
            <td className="mono">{oneLine(browser)}</td>
            <td className="mono">{oneLine(server)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
