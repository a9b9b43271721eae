/** Which of the browsers on this machine is opened; the proxy alone is a choice too. */
import type { BrowserChoice, CallOutput } from '../../shared/api/contract.ts';
import { texts } from '../texts/texts.ts';

const words = texts.start.browser;

type Browsers = CallOutput<'app.describe'>['browsers'];

/** `browsers` is null until the core has told. Null as value: the first one found. */
export function BrowserChoiceField({
  browsers,
  value,
  onChange,
}: {
  browsers: Browsers | null;
  value: BrowserChoice | null;
  onChange: (browser: BrowserChoice | null) => void;
}) {
  const found = browsers?.filter((browser) => browser.id !== 'none') ?? [];
  const isMissing = browsers !== null && found.length === 0;
  return (
    <div className="browser-choice">
      <label htmlFor="browser">{words.label}</label>
      <select
        id="browser"
        className="field"
        value={value ?? (isMissing ? 'none' : (found[0]?.id ?? ''))}
        onChange={(event) => onChange(event.target.value as BrowserChoice)}
      >
        {browsers === null && <option value="">{words.looking}</option>}
        {found.map((browser) => (
          <option key={browser.id} value={browser.id}>
            {browser.name}
          </option>
        ))}
        <option value="none">{words.own}</option>
      </select>
      <p>{isMissing ? words.noneFound : value === 'none' ? words.ownHint : words.foundHint}</p>
    </div>
  );
}
