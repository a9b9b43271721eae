/** The page of an open session: what is going on, the headline, lanes, one of the lists, detail. */
import { type CSSProperties, type DragEvent, useRef } from 'react';
import { CoverageView } from '../coverage/coverage-view.tsx';
import { PairDetail } from '../detail/pair-detail.tsx';
import { FindingsView } from '../findings/findings-view.tsx';
import { Lanes } from '../lanes/lanes.tsx';
import { PairList } from '../list/pair-list.tsx';
import { LanBanner } from '../recording/lan-banner.tsx';
import { ReadingBanner } from '../recording/reading-banner.tsx';
import { takeDropped } from '../state/open-apart.ts';
import { prefer, usePreferences } from '../state/preferences.ts';
import { useSession } from '../state/session.ts';
import { useView } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { ResizeHandle } from '../ui/resize-handle.tsx';
import { useSize } from '../ui/use-size.ts';
import { EmptyState } from './empty-state.tsx';
import { Notices } from './notices.tsx';
import { StatusBar } from './status-bar.tsx';
import { SummaryBand } from './summary-band.tsx';
import { Toolbar } from './toolbar.tsx';
import { TopBar } from './top-bar.tsx';
import './session.css';

const lists = { pairs: <PairList />, findings: <FindingsView />, coverage: <CoverageView /> };

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');

function allowDrop(event: DragEvent): void {
  if (hasFiles(event)) event.preventDefault();
}

function dropFiles(event: DragEvent): void {
  if (!hasFiles(event)) return;
  event.preventDefault();
  takeDropped([...event.dataTransfer.files]);
}

export function SessionPage() {
  const hasPairs = useSession((state) => state.rows.pairs.size > 0);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the palette opens sessions for everyone.
    <div className="session-page" onDragOver={allowDrop} onDrop={dropFiles}>
      <TopBar />
      <LanBanner />
      <ReadingBanner />
      <Notices />
      {hasPairs && <SummaryBand />}
      <main className="session-main">{hasPairs ? <Workbench /> : <EmptyState />}</main>
      <StatusBar />
    </div>
  );
}

const lanesPx = { least: 150, usual: 217, most: 520 };
const detailPx = { least: 360, most: 960 };

/** The detail takes two fifths of the window until somebody moves its edge. */
const usualDetail = (roomPx: number) => Math.min(720, Math.max(420, roomPx * 0.4));

function Workbench() {
  const tab = useView((state) => state.tab);
  const isDetailOpen = useView((state) => state.isDetailOpen && state.selected !== null);
  const preferred = usePreferences((state) => state.detailPx);
  const room = useRef<HTMLDivElement>(null);
  const { widthPx: roomPx } = useSize(room);
  const most = Math.max(detailPx.least, Math.min(detailPx.most, roomPx - 420));
  const widthPx = Math.min(most, preferred ?? usualDetail(roomPx));
  return (
    <div ref={room} className="workbench">
      <div className="session-column">
        <h1 className="visually-hidden">{texts.session.label}</h1>
        <LanesWithEdge />
        <Toolbar />
        {lists[tab]}
      </div>
      {isDetailOpen && (
        <>
          <ResizeHandle
            label={texts.session.detailWidth}
            axis="x"
            size={widthPx}
            least={detailPx.least}
            most={most}
            isAfter
            onResize={(px) => prefer({ detailPx: px })}
            onReset={() => prefer({ detailPx: null })}
          />
          <div className="detail-room" style={{ width: widthPx }}>
            <PairDetail />
          </div>
        </>
      )}
    </div>
  );
}

function LanesWithEdge() {
  const heightPx = usePreferences((state) => state.lanesPx) ?? lanesPx.usual;
  return (
    <>
      <div className="lanes-room" style={{ '--lanes-height': `${heightPx}px` } as CSSProperties}>
        <Lanes />
      </div>
      <ResizeHandle
        label={texts.session.lanesHeight}
        axis="y"
        size={heightPx}
        least={lanesPx.least}
        most={lanesPx.most}
        onResize={(px) => prefer({ lanesPx: px })}
        onReset={() => prefer({ lanesPx: null })}
      />
    </>
  );
}
