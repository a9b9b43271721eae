/** The page of an open session: what is going on, the headline, lanes, list or findings, detail. */

import { CoverageView } from '../coverage/coverage-view.tsx';
import { PairDetail } from '../detail/pair-detail.tsx';
import { FindingsView } from '../findings/findings-view.tsx';
import { Lanes } from '../lanes/lanes.tsx';
import { PairList } from '../list/pair-list.tsx';
import { useSession } from '../state/session.ts';
import { useView } from '../state/view.ts';
import { EmptyState } from './empty-state.tsx';
import { Notices } from './notices.tsx';
import { SessionDialogs } from './session-dialogs.tsx';
import { StatusBar } from './status-bar.tsx';
import { SummaryBand } from './summary-band.tsx';
import { Toolbar } from './toolbar.tsx';
import { TopBar } from './top-bar.tsx';
import './session.css';

const lists = { pairs: <PairList />, findings: <FindingsView />, coverage: <CoverageView /> };

export function SessionPage() {
  const hasPairs = useSession((state) => state.rows.pairs.size > 0);
  const tab = useView((state) => state.tab);
  const isDetailOpen = useView((state) => state.isDetailOpen && state.selected !== null);

  return (
    <div className="session-page">
      <TopBar />
      <Notices />
      {hasPairs && <SummaryBand />}
      <main className={isDetailOpen && hasPairs ? 'session-main with-detail' : 'session-main'}>
        <div className="session-column">
          {hasPairs && <h1 className="visually-hidden">Session</h1>}
          {hasPairs ? (
            <>
              <Lanes />
              <Toolbar />
              {lists[tab]}
            </>
          ) : (
            <EmptyState />
          )}
        </div>
        {isDetailOpen && hasPairs && <PairDetail />}
      </main>
      <StatusBar />
      <SessionDialogs />
    </div>
  );
}
