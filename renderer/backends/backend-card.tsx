/** How one kind of server is connected: its ways, best first, and what stays out of sight. */
import { type Addresses, fillIn } from '../../shared/backends/addresses.ts';
import type { Backend, BackendWay } from '../../shared/backends/backend.ts';
import { texts } from '../texts/texts.ts';
import { Icon } from '../ui/icon.tsx';
import { SnippetBlock } from './snippet-block.tsx';

type Props = { backend: Backend; addresses: Addresses; areExamples: boolean };

export function BackendCard({ backend, addresses, areExamples }: Props) {
  const { name, summary, ways, limits, tried } = backend;
  const filled = (text: string) => fillIn(text, addresses);
  return (
    <>
      <h3>{name}</h3>
      <p className="backend-summary">{filled(summary)}</p>
      {areExamples && ways.length > 0 && (
        <p className="backend-note">
          <Icon name="info" size={14} /> {texts.backends.areExamples}
        </p>
      )}
      {ways.map((way) => (
        <Way key={way.title} way={way} filled={filled} />
      ))}
      {limits.length > 0 && (
        <section>
          <h4>{texts.backends.limits}</h4>
          <ul className="backend-hints">
            {limits.map((limit) => (
              <li key={limit}>{filled(limit)}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h4>{texts.backends.tried}</h4>
        <p className="backend-about">{filled(tried)}</p>
      </section>
    </>
  );
}

function Way({ way, filled }: { way: BackendWay; filled: (text: string) => string }) {
  return (
    <section>
      <h4>{way.title}</h4>
      <p className="backend-about">{filled(way.about)}</p>
      {way.snippets.map(({ place, text }) => (
        <SnippetBlock key={place} place={filled(place)} text={filled(text)} />
      ))}
      {way.traps.length > 0 && (
        <ul className="backend-hints">
          {way.traps.map((trap) => (
            <li key={trap}>{filled(trap)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
