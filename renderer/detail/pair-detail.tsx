/** One pair whole: the verdict first, then what is wrong, then both copies beside each other, then what was captured. */
import { type ReactNode, useEffect, useRef } from 'react';
import type { CallOutput } from '../../shared/api/contract.ts';
import type { Pair } from '../../shared/model/pair.ts';
import { verdictSentence } from '../../shared/view/verdict-words.ts';
import { oneLine } from '../../shared/view/visible-text.ts';
import { useDetail } from '../state/detail.ts';
import { togglePin, usePinnedPairs } from '../state/marks.ts';
import { closeDetail } from '../state/view.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';
import { TextValue } from '../ui/text-value.tsx';
import { VerdictSign, verdictTone } from '../ui/verdict-sign.tsx';
import { ClickIdPath } from './click-id-path.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { CopyMenu } from './copy-menu.tsx';
import { EventCopies } from './event-copies.tsx';
import { FindingTrees } from './finding-trees.tsx';
import { PairFacts } from './pair-facts.tsx';
import { RevealButton } from './reveal-button.tsx';
import './detail.css';

const { sections } = texts.detail;

export function PairDetail() {
  const detail = useDetail((state) => state.pair);
  const problem = useDetail((state) => state.problem);
  const scroller = useRef<HTMLDivElement>(null);
  const key = detail?.pair.key;
  const name = detail === null ? undefined : oneLine(detail.pair.eventName);
  useEffect(() => {
    if (key !== undefined && scroller.current !== null) scroller.current.scrollTop = 0;
  }, [key]);

  return (
    <aside className="pair-detail" aria-label={texts.detail.label}>
      <div className="detail-bar">
        <p title={name}>{name}</p>
        {detail !== null && <DetailTools detail={detail} />}
        <button
          type="button"
          className="button quiet square"
          onClick={closeDetail}
          aria-label={texts.detail.close.label}
          title={texts.detail.close.title}
        >
          <Icon name="close" />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard. */}
      <div ref={scroller} className="detail-scroller" tabIndex={0} role="region" aria-label={texts.detail.content}>
        {detail !== null && <DetailContent detail={detail} />}
        {problem !== null && <p className="detail-problem">{problem}</p>}
      </div>
    </aside>
  );
}

function DetailTools({ detail }: { detail: CallOutput<'pair.get'> }) {
  const { key } = detail.pair;
  const isPinned = usePinnedPairs().has(key);
  const pin = isPinned ? texts.detail.unpin : texts.detail.pin;
  return (
    <>
      <RevealButton />
      <CopyMenu detail={detail} />
      <button
        type="button"
        className="button quiet square"
        aria-pressed={isPinned}
        aria-label={pin.label}
        title={pin.title}
        onClick={() => togglePin(key)}
      >
        <Icon name="pin" />
      </button>
    </>
  );
}

function DetailContent({
  detail: { pair, comparison, notes, findings, events, clickId },
}: {
  detail: CallOutput<'pair.get'>;
}) {
  return (
    <>
      <header className={`detail-header tone-${verdictTone[pair.verdict]}`}>
        <h2>
          <VerdictSign verdict={pair.verdict} size={20} />
          {verdictSentence(pair)}
        </h2>
        <p className="detail-why">
          <TextValue text={pair.why} isSentence />
        </p>
        <PairFacts pair={pair} />
      </header>
      {findings.length > 0 && (
        <Section title={sections.findings}>
          <FindingTrees findings={findings} />
        </Section>
      )}
      <Section title={sections.comparison[copiesOf(pair)]}>
        <ComparisonTable fields={comparison} notes={notes} pair={pair} />
      </Section>
      {clickId.length > 0 && (
        <Section title={sections.clickId}>
          <ClickIdPath hops={clickId} />
        </Section>
      )}
      <Section title={sections.captured}>
        <EventCopies events={events} kept={pair.kept} />
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="detail-section" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function copiesOf({ browser, server }: Pair): 'both' | 'browser' | 'server' {
  if (browser.length > 0 && server.length > 0) return 'both';
  return browser.length > 0 ? 'browser' : 'server';
}
