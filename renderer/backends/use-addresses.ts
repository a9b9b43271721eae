/** The addresses that the lines are filled with: the recording's own, or examples where nothing is recorded. */
import { type Addresses, exampleAddresses } from '../../shared/backends/addresses.ts';
import { useSession } from '../state/session.ts';

export function useAddresses(): { addresses: Addresses; areExamples: boolean } {
  const endpoint = useSession((state) => state.status?.endpoint ?? null);
  const proxy = useSession((state) => state.status?.proxy ?? null);
  const certificate = useSession((state) => state.status?.certificate ?? null);
  return {
    addresses: {
      endpoint: endpoint ?? exampleAddresses.endpoint,
      proxy: proxy ?? exampleAddresses.proxy,
      certificate: certificate ?? exampleAddresses.certificate,
    },
    areExamples: endpoint === null || proxy === null || certificate === null,
  };
}
