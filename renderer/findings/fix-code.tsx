/** The fix as code, in the stack that this person works with. */
import { fixCodeOf } from '../../shared/diagnose/fix-code/fix-code.ts';
import { type Stack, stackWords } from '../../shared/diagnose/fix-code/stacks.ts';
import { TabList } from '../detail/tab-list.tsx';
import { prefer, usePreferences } from '../state/preferences.ts';
import { texts } from '../texts/texts.ts';
import { CodeLines } from '../ui/code-lines.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import './fix-code.css';

export function FixCode({ code }: { code: string }) {
  const preferred = usePreferences((state) => state.stack);
  const examples = fixCodeOf(code);
  const shown = examples.find(({ stack }) => stack === preferred) ?? examples[0];
  if (shown === undefined) return null;
  return (
    <div className="fix-code">
      <TabList
        label={texts.findings.code.stacks}
        tabs={examples.map(({ stack }) => ({ id: stack, title: stackWords[stack] }))}
        chosen={shown.stack}
        onChoose={(stack: Stack) => prefer({ stack })}
      />
      <div className="fix-example">
        <CodeLines text={shown.text} />
        <CopyButton text={shown.text} what={texts.findings.code.copied} />
      </div>
    </div>
  );
}
