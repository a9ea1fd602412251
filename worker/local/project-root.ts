import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository, whatever folder a command was started in. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
