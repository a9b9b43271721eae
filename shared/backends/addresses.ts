/** Puts the addresses of a session into lines to paste. */

export type Addresses = {
  /** `http://127.0.0.1:41002` */
  endpoint: string;
  /** `http://127.0.0.1:41001` */
  proxy: string;
  /** Absolute path of the certificate authority's PEM file. */
  certificate: string;
};

/** What the pages in docs/ show; each recording has its own. */
export const exampleAddresses: Addresses = {
  endpoint: 'http://127.0.0.1:41002',
  proxy: 'http://127.0.0.1:41001',
  certificate: '/home/you/.local/share/twinlane/authority/ca.pem',
};

/** Replaces `{endpoint}`, `{endpointAddress}`, `{endpointPort}`, the same of `{proxy}`, `{proxyHost}`, and `{certificate}`. */
export function fillIn(text: string, { endpoint, proxy, certificate }: Addresses): string {
  const values: Record<string, string> = {
    endpoint,
    endpointAddress: addressIn(endpoint),
    endpointPort: portIn(endpoint),
    proxy,
    proxyAddress: addressIn(proxy),
    proxyHost: addressIn(proxy).replace(/:\d+$/, ''),
    proxyPort: portIn(proxy),
    certificate,
  };
  return text.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Host and port. */
function addressIn(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}

function portIn(url: string): string {
  return /:(\d+)$/.exec(addressIn(url))?.[1] ?? '80';
}
