/** What the first page says. */
import type { ReactNode } from 'react';
import { formatCount } from '../../shared/view/plural.ts';

export const start = {
  lead: 'See each Meta Pixel call beside its Conversions API twin, and why some fail to pair.',
  isLocal: 'Everything stays on this machine.',
  version: (version: string) => `Version ${version}`,
  underWay: (action: string) => `${action}…`,
  record: {
    title: 'Record a site',
    lead: 'A fresh browser opens. Buy something in it and watch both sides arrive.',
    address: 'Address of the shop',
    submit: 'Record',
  },
  browser: {
    label: 'Browser',
    looking: 'Looking for browsers…',
    own: 'My own browser, or a phone',
    noneFound: 'No browser was found here. Install Chrome, Edge, Chromium, Brave or Firefox, or start your own.',
    ownHint: 'The lines that start it come next.',
    foundHint: 'A throw-away profile, never yours.',
  },
  delivery: {
    label: 'What happens to calls to Meta',
    hold: {
      title: 'Hold',
      text: 'What this browser sends stays here: Twinlane answers in Meta’s place. A server of yours still sends its own events, until you connect it.',
    },
    forward: {
      title: 'Forward',
      text: 'Calls go on to Meta as usual and count there. Use it to see Meta’s real answers.',
    },
  },
  connect: { title: 'Connect a server', text: 'The lines to paste, for your SDK, shop or container.' },
  examples: {
    title: 'See an example',
    sample: { title: 'Sample session', text: 'A recorded checkout with typical faults.' },
    shop: { title: 'Demo shop', text: 'A small shop with faults to switch on and off.' },
  },
  further: {
    title: 'Server log and first-party hosts',
    logs: 'Server log to follow',
    logsHint: 'Any log that holds Conversions API payloads. Wildcards work; several with commas between.',
    look: 'Look inside',
    hosts: 'First-party hosts',
    hostsHint:
      'Where the Pixel sends to a host of yours, such as a gateway. Only these and Meta’s own hosts are decrypted.',
  },
  openFiles: {
    title: 'Open files',
    drop: (extension: ReactNode) => <>Drop a HAR, a server log or a {extension} file here, or several together</>,
    choose: 'Choose files',
    reading: (name: string) => `Reading ${name}`,
    cancel: 'Cancel',
  },
  recent: {
    title: 'Recent sessions',
    showFewer: 'Show fewer',
    showAll: (sessions: number) => `Show all ${formatCount(sessions)}`,
    more: (name: string) => `More for ${name}`,
    apart: 'Open in another window',
    label: 'Name and note…',
    pin: 'Keep at the top',
    unpin: 'Take the pin away',
    delete: 'Delete',
  },
  problems: {
    noAddress: 'This is not a web address. Write it like shop.example or https://shop.example/checkout.',
    otherProtocol: (protocol: string) =>
      `A browser cannot record “${protocol}” addresses. Use one that begins with https:// or http://.`,
    noEnding: (host: string) => `“${host}” has no ending such as .com. Write the whole address of the shop.`,
    noHost: (host: string) =>
      `“${host}” is not a host name. Write it without https:// and path, like pixel.shop.example.`,
  },
};
