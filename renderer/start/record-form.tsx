/** The first way in: a browser opens, the person shops, everything is recorded. */
import { type FormEvent, useId, useRef, useState } from 'react';
import type { BrowserChoice } from '../../shared/api/contract.ts';
import type { DeliveryMode } from '../../shared/model/session.ts';
import { noPoll, pollOf } from '../recording/poll-fields.tsx';
import { useDescription } from '../state/describe.ts';
import { useFeedback } from '../state/feedback.ts';
import { record } from '../state/session-actions.ts';
import { texts } from '../texts/texts.ts';
import { BrowserChoiceField } from './browser-choice-field.tsx';
import { DeliveryChoice } from './delivery-choice.tsx';
import { FurtherSources } from './further-sources.tsx';
import { hostProblem, readList, readSiteAddress } from './site-address.ts';
import './record-form.css';

const words = texts.start.record;

export function RecordForm() {
  const about = useDescription((state) => state.about);
  const isBusy = useFeedback((state) => state.busy !== null);
  const [address, setAddress] = useState('');
  const [browser, setBrowser] = useState<BrowserChoice | null>(null);
  const [mode, setMode] = useState<DeliveryMode>('hold');
  const [hosts, setHosts] = useState('');
  const [logs, setLogs] = useState('');
  const [pollText, setPollText] = useState(noPoll);
  const [problem, setProblem] = useState<string | null>(null);
  const addressField = useRef<HTMLInputElement>(null);
  const problemId = useId();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const site = readSiteAddress(address);
    const firstParty = readList(hosts);
    const found = 'problem' in site ? site.problem : hostProblem(firstParty);
    setProblem(found);
    if ('problem' in site) addressField.current?.focus();
    if (found !== null || 'problem' in site) return;
    const poll = pollOf(pollText);
    const polls = poll === null ? {} : { polls: [poll] };
    void record({ url: site.url, browser, mode, firstParty, serverLogs: readList(logs), ...polls });
  };

  return (
    <form className="card record-form" onSubmit={submit} noValidate aria-labelledby="record-title">
      <h2 id="record-title">{words.title}</h2>
      <p className="card-lead">{words.lead}</p>
      <label className="field-label" htmlFor="address">
        {words.address}
      </label>
      <div className="address-row">
        <input
          id="address"
          ref={addressField}
          className="field"
          type="text"
          inputMode="url"
          autoComplete="url"
          spellCheck={false}
          placeholder="shop.example"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          aria-invalid={problem !== null}
          aria-describedby={problemId}
        />
        <button type="submit" className="button primary large" disabled={isBusy}>
          <span className="record-dot" /> {words.submit}
        </button>
      </div>
      <p id={problemId} className="field-problem" role="alert">
        {problem}
      </p>
      <DeliveryChoice mode={mode} onChange={setMode} />
      <BrowserChoiceField browsers={about?.browsers ?? null} value={browser} onChange={setBrowser} />
      <FurtherSources
        hosts={hosts}
        onHosts={setHosts}
        logs={logs}
        onLogs={setLogs}
        poll={pollText}
        onPoll={setPollText}
      />
    </form>
  );
}
