/** How much the test endpoint takes at once and how long it waits: memory stays bounded whatever is sent. */

export type EndpointLimits = {
  /** Of one body, as sent and decompressed. */
  bodyBytes: number;
  /** Of all bodies that are read or wait for their write. */
  waitingBytes: number;
  /** Requests that are read or wait for their write. */
  waitingRequests: number;
  connections: number;
  headersWithinMs: number;
  /** From the first byte to the last. */
  requestWithinMs: number;
  /** How long a connection may be idle between requests. */
  idleMs: number;
};

export const endpointLimits: EndpointLimits = {
  bodyBytes: 32 * 2 ** 20,
  waitingBytes: 96 * 2 ** 20,
  waitingRequests: 1024,
  connections: 2048,
  headersWithinMs: 10_000,
  requestWithinMs: 60_000,
  idleMs: 30_000,
};

/** What is being worked on now. */
export type Backlog = {
  /** False where one more request is too many; a request that entered must leave. */
  enter(): boolean;
  leave(): void;
  /** False where so many bytes more are too many. Bytes that were held must be released. */
  hold(bytes: number): boolean;
  release(bytes: number): void;
};

export function createBacklog({ waitingBytes, waitingRequests }: EndpointLimits): Backlog {
  let requests = 0;
  let bytes = 0;
  return {
    enter: () => {
      if (requests >= waitingRequests) return false;
      requests += 1;
      return true;
    },
    leave: () => {
      requests -= 1;
    },
    hold: (more) => {
      if (bytes + more > waitingBytes) return false;
      bytes += more;
      return true;
    },
    release: (done) => {
      bytes -= done;
    },
  };
}
