/** What a person or a command line asks of a recording; the defaults are those of REPORT.md. */
import type { BrowserChoice } from '../../shared/api/contract.ts';
import type { DeliveryMode } from '../../shared/model/session.ts';

export type RecordOptions = {
  url: string | null;
  /** Null: the first browser found; `none`: the proxy alone. */
  browser: BrowserChoice | null;
  headless: boolean;
  mode: DeliveryMode;
  /** Further hosts whose calls are decrypted: first-party Pixel endpoints and gateways. */
  firstParty: string[];
  /** Log files to follow; globs allowed. */
  serverLogs: string[];
  /** 0: any free port. Null for the endpoint: none. */
  proxyPort: number;
  endpointPort: number | null;
  /** Where the session file goes; null: a new file in the sessions folder. */
  file: string | null;
};
