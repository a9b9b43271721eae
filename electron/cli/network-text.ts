/** What a person reads in the terminal about browsers of their own and about phones. */
import QRCode from 'qrcode';
import type { Recording } from '../core/recording.ts';
import type { Session } from '../core/session.ts';

export async function ownBrowserText({ tools }: Recording): Promise<string> {
  const { lines, notes } = await tools.browserLines();
  const shellNames = { sh: '', powershell: ' in PowerShell', cmd: ' in the Command Prompt' };
  const texts = lines.map(({ name, shell, line }) => `${name}${shellNames[shell]}:\n  ${line}`);
  if (texts.length + notes.length === 0) {
    return 'No browser was found on this machine. Any client that uses the proxy and trusts the certificate is recorded.';
  }
  const start =
    'Start a browser of your own with one of these lines; its profile is empty and goes with this recording.';
  return [...(texts.length > 0 ? [start] : []), ...texts, ...notes].join('\n');
}

export async function phoneText({ desk }: Session): Promise<string> {
  const { lan } = desk.status.now();
  if (lan === null) return '';
  const code = await QRCode.toString(lan.page, { type: 'utf8' });
  const end = new Date(lan.until).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return `${code}\nPhones of this network: scan the code, or open ${lan.page}\nOnly devices that opened the page get in, until ${end}.`;
}
