/** Six connections at once: what a browser opens to one host. */
import { openClient, type Route } from '../../support/keep-alive-client.ts';

const CONNECTIONS = 6;

export type ParallelClients = {
  /** So many requests in all, shared among the connections; rejects where one is not answered with 200. */
  repeat(path: string, count: number): Promise<void>;
  close(): void;
};

export async function openClients(route: Route): Promise<ParallelClients> {
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => openClient(route)));
  return {
    repeat: async (path, count) => {
      await Promise.all(clients.map((client) => client.repeat(path, Math.ceil(count / CONNECTIONS))));
    },
    close: () => {
      for (const client of clients) client.close();
    },
  };
}
