/** A host in a process of its own that shows one session in another window and waits: `home`, `view`, `session`. */
import { createSecondCores } from '../../electron/core/apart/second-cores.ts';

const [homeFolder = '', rendererDir = '', path = ''] = process.argv.slice(2);
process.stdout.write(await createSecondCores({ homeFolder, rendererDir }).open(path));
setInterval(() => undefined, 60_000);
