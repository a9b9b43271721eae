/** Lines of code that wrap instead of being cut: what is wrapped hangs under its own line. */
import './code-lines.css';

/** A wrapped line goes this much further in than its beginning. */
const hangingCh = 2;

export function CodeLines({ text }: { text: string }) {
  return (
    <pre className="code-lines">
      {linesOf(text).map(({ at, line, indent }) => (
        <span
          key={at}
          style={{ paddingLeft: `${indent + hangingCh}ch`, textIndent: `-${indent + hangingCh}ch` }}
        >{`${line}\n`}</span>
      ))}
    </pre>
  );
}

function linesOf(text: string): { at: number; line: string; indent: number }[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const own = { at, line, indent: line.length - line.trimStart().length };
    at += line.length + 1;
    return own;
  });
}
