/** A process that opens the session it is given for writing, and prints how that went. */
import { openSessionFile } from '../../electron/core/store/session-file.ts';
import { StorageFailure } from '../../electron/core/store/storage-failure.ts';

try {
  const session = openSessionFile(process.argv[2] ?? '', { mode: 'open' });
  console.log(`opened with ${session.count()} facts`);
  session.close();
} catch (error) {
  console.log(error instanceof StorageFailure ? error.message : error);
}
