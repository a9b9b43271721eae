/** `twinlane cleanup`: removes what Twinlane put on this machine, and says what is left to the person. */
import { cleanUp } from '../core/clean-up.ts';
import { twinlaneHome } from '../core/store/sessions-folder.ts';
import { exitStatus } from './exit-status.ts';

export async function cleanupCommand({ sessions }: { sessions: boolean }): Promise<number> {
  const { removed, kept } = await cleanUp({ homeFolder: twinlaneHome(), sessions });
  const lines = [
    ...removed.map((path) => `removed  ${path}`),
    ...(removed.length === 0 ? ['There was nothing to remove.'] : []),
    ...kept.map(({ path, why }) => `kept     ${path} (${why})`),
    ...(kept.some(({ path }) => path.endsWith('sessions'))
      ? ['Sessions go too with: twinlane cleanup --sessions']
      : []),
    'Twinlane entered no trust store here. Remove its certificate by hand where you installed it yourself: on a phone, in NODE_EXTRA_CA_CERTS.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return exitStatus.done;
}
