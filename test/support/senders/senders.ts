/** Where the small programs are that send one event as a server of their language does. */
import { join } from 'node:path';

export const sender = (name: string): string => join(import.meta.dirname, name);

/** For Node programs outside of the project. */
export const nodeModules = join(import.meta.dirname, '..', '..', '..', 'node_modules');
