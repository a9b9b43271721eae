/** What is said around a running recording: browsers, phones, trusted hosts, polled addresses, the test endpoint. */
import type { ReactNode } from 'react';
import { plural } from '../../shared/view/plural.ts';

const toPhones = 'Close to phones';

export const recording = {
  menu: {
    label: 'More for this recording',
    items: {
      'own-browser': 'Start a browser of your own',
      phones: 'Record a phone',
      'trusted-hosts': 'Trusted hosts',
      polling: 'Poll an address',
      endpoint: 'Test endpoint',
    },
  },
  endpoint: {
    title: 'Test endpoint',
    validation: 'How it answers',
    strict: { title: 'Strict', text: 'Refuses what Meta would refuse, with Meta’s own message.' },
    lenient: { title: 'Lenient', text: 'Accepts everything, and says in its answer what Meta would refuse.' },
    allowed: (addresses: string[]) => `Takes requests from ${addresses.join(', ')} too.`,
    isHeld: 'Nothing goes on to Meta: calls are held in this session.',
    changeDelivery: 'Hold or forward…',
    isForwarded: 'What comes here goes on to Meta, with the sender’s own token, and Meta’s answer comes back.',
    isKept: 'What comes here stays here.',
    keep: 'Keep it here',
    askToForward: 'Send it on to Meta…',
    warning:
      'From now on events sent to the endpoint go on to Meta with the sender’s own token and count there, test orders too. What came before is not sent.',
    forward: 'Send on to Meta',
  },
  lanBanner: {
    label: 'Open to phones',
    title: 'The proxy is open to phones of this network:',
    text: (devices: number, timeLeft: string) =>
      `${devices === 0 ? 'no device so far' : plural(devices, 'device')}, ${timeLeft}.`,
    show: 'Show the code',
    close: toPhones,
  },
  ownBrowser: {
    title: 'Start a browser of your own',
    text: 'Paste one of these lines into a terminal. The browser opens in an empty profile that trusts this recording; what you do in it is recorded, and the profile goes when the recording ends.',
    preparing: 'Preparing profiles…',
    none: 'No browser was found on this machine. Point one of another machine at the proxy.',
    shells: { sh: '', powershell: ', in PowerShell', cmd: ', in the Command Prompt' },
    copied: (browser: string) => `the line for ${browser}`,
  },
  phones: {
    title: 'Record a phone',
    text: 'The proxy is opened to devices of this network for half an hour. Only a device that opened the page behind a code shown here may use it; the page says what to set on the phone, and how to take it back.',
    open: 'Open for half an hour',
    code: 'QR code of the page for the phone',
    steps: 'Scan this code with the phone’s camera, in the same Wi-Fi. The page says the rest.',
    page: 'Page',
    pageCopied: 'address of the page',
    proxy: 'Proxy',
    proxyCopied: 'proxy for the phone',
    state: (devices: number, timeLeft: string) =>
      `${devices === 0 ? 'No device has opened the page yet' : `${plural(devices, 'device')} may use the proxy`}, ${timeLeft}.`,
    close: toPhones,
  },
  minutesLeft: (minutes: number) => (minutes > 1 ? `${plural(minutes, 'minute')} left` : 'less than a minute left'),
  poll: {
    title: 'Poll an address',
    address: 'Address to poll',
    header: 'Its header, if it needs one',
    hint: (variable: ReactNode) => (
      <>
        Where your server serves the events that it sent, as JSON or NDJSON; it is asked every two seconds. The header
        is sent there and kept nowhere; {variable} takes it from the environment.
      </>
    ),
    instead: 'In place of',
    insteadOfNone: 'None: poll it as well',
    start: 'Start polling',
  },
  reading: {
    label: 'Reading a file',
    progress: (name: ReactNode, done: string, total: string, records: number) => (
      <>
        Reading {name}, {done} of {total}
        {records > 0 && `, ${plural(records, 'record')}`}
      </>
    ),
    stop: 'Stop reading',
  },
  trust: {
    title: 'Trusted hosts',
    text: 'For development and staging sites with a certificate of their own. Whatever certificate a trusted host shows is taken: nobody checks then that it is the host it says. It holds for this recording only, and the report says so.',
    host: 'Host',
    add: 'Trust',
    hint: 'This machine itself (localhost) is always trusted. Load the page again afterwards.',
    offer: (host: string) => `Trust ${host} in this session`,
    isTrusted: 'Trusted now. Load the page again.',
    list: 'Trusted in this recording',
    takeBack: { label: (host: string) => `Take back ${host}`, text: 'Take back' },
  },
};
