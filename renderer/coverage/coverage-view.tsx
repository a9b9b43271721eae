/** What share of what happened reaches Meta, and which events are the rest: every number opens its pairs. */
import { useMeasures } from '../state/measures.ts';
import { AgreementChart } from './agreement-chart.tsx';
import { CountFlow } from './count-flow.tsx';
import { DelayChart } from './delay-chart.tsx';
import { EventCoverage } from './event-coverage.tsx';
import { GapChart } from './gap-chart.tsx';
import { KeyGrid } from './key-grid.tsx';
import './coverage.css';

export function CoverageView() {
  const scores = useMeasures();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard.
    <div className="coverage-view" id="list-panel" role="tabpanel" tabIndex={0} aria-labelledby="tab-coverage">
      {scores !== null && (
        <>
          <CountFlow completeness={scores.completeness} />
          <EventCoverage deduplication={scores.deduplication} />
          <GapChart />
          <DelayChart freshness={scores.freshness} />
          <AgreementChart consistency={scores.consistency} />
          <KeyGrid matchKeys={scores.matchKeys} />
        </>
      )}
    </div>
  );
}
