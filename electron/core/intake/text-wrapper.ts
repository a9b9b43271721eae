/** Takes off what log tools write before a line of an application: Kubernetes, Docker, syslog, journald, AWS, Loki, Heroku. */

export type Unwrapped = {
  /** The tool that wrote the wrapper, as a person calls it. */
  shape: string;
  text: string;
  /** The wrapper's time as it stands there; null where it has none. */
  stamp: string | null;
  /** Lines of one process: only these may belong together. */
  stream: string;
  /** The rest of the line comes in the stream's next line. */
  isPartial: boolean;
};

const isoPrefix = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d{1,9}))?(?:Z|[+-]\d\d:?\d\d)) /;
/** containerd and CRI-O: stream, tags (`P` partial, `F` full), content. */
const cri = /^(stdout|stderr) ([FP])(?::\S*)?(?: ([\s\S]*))?$/;
/** `app[web.1]: …` of Heroku and `host shop[812]: …` of journald and rsyslog. */
const tagged = /^((?:[\w.-]+ )?[\w./@-]+\[[\w.-]+\]): ?([\s\S]*)$/;
/** `aws logs tail`: names of log streams hold a slash. */
const awsStream = /^((?=\S{1,400}\/)[^\s{}"]{3,400}) ([\s\S]*)$/;
/** `logcli query`: labels in braces, in no way JSON. */
const lokiLabels = /^(\{(?:\w+="(?:[^"\\]|\\.)*"(?:, ?)?)*\})\s+([\s\S]*)$/;
const syslog5424 =
  /^(?:\d+ )?<\d{1,3}>1 (\S+) (\S+ \S+ \S+) \S+ (?:-|(?:\[(?:[^\]\\]|\\.)*\])+)(?: \ufeff?([\s\S]*))?$/;
const syslog3164 =
  /^(?:\d+ )?(?:<\d{1,3}>)?([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,9})?) ([\w.:-]+ [\w./@()-]+(?:\[\d+\])?): ?([\s\S]*)$/;
const kubectl = /^\[(pod\/[^\]\s]{1,300})\] ?([\s\S]*)$/;
/** The widest name of a compose project is followed by two blanks, or ends in its number. */
const compose = /^([A-Za-z0-9][\w.-]{0,100}(?:[-_]\d{1,4} | {2})) *\|(?: ([\s\S]*))?$/;

/** Null where nothing is wrapped around the line. */
export function unwrapText(text: string): Unwrapped | null {
  const code = text.charCodeAt(0);
  if (code >= 48 && code <= 57) return unwrapDated(text) ?? unwrapSyslog(text);
  if (code === 60) return unwrapSyslog(text);
  if (code === 91) return named('kubectl logs --prefix', kubectl.exec(text));
  if (code === 32 || code === 123) return null;
  return unwrapSyslog(text) ?? (text.includes(' |') ? named('Docker Compose', compose.exec(text)) : null);
}

function unwrapDated(text: string): Unwrapped | null {
  const date = isoPrefix.exec(text);
  if (date === null) return null;
  const [prefix, stamp = '', fraction = ''] = date;
  const rest = text.slice(prefix.length);
  const container = cri.exec(rest);
  if (container) {
    const [, stream = '', tag, content = ''] = container;
    return { shape: 'Kubernetes (CRI)', text: content, stamp, stream, isPartial: tag === 'P' };
  }
  const found =
    named('Loki (logcli)', lokiLabels.exec(rest)) ??
    named(/^[a-z]+\[[a-z]/.test(rest) ? 'Heroku' : 'syslog or journald', tagged.exec(rest)) ??
    named('CloudWatch (aws logs tail)', awsStream.exec(rest));
  if (found) return { ...found, stamp };
  // Container runtimes write nanoseconds, applications do not: the date is no part of the line.
  if (fraction.length < 7) return null;
  return { shape: 'container timestamps', text: rest, stamp, stream: '', isPartial: false };
}

function unwrapSyslog(text: string): Unwrapped | null {
  const modern = text.includes('>1 ') ? syslog5424.exec(text) : null;
  const [, stamp = null, stream = '', content = ''] = modern ?? syslog3164.exec(text) ?? [];
  if (stamp === null) return null;
  // rsyslog writes a line end within a message as #012.
  return { shape: 'syslog or journald', text: content.replaceAll('#012', '\n'), stamp, stream, isPartial: false };
}

function named(shape: string, match: RegExpExecArray | null): Unwrapped | null {
  if (match === null) return null;
  const [, stream = '', text = ''] = match;
  return { shape, text, stamp: null, stream: stream.trimEnd(), isPartial: false };
}
