import { createWriteStream } from 'node:fs';
import { join } from 'node:path';

export type WorkerLog = { write(level: string, message: string): void; close(): void };

const LOUD = new Set(['error', 'warn']);

/** The worker's console goes to `worker.log` in the data folder; what is wrong is shown in the terminal too. */
export function openWorkerLog(dataDir: string, isQuiet: boolean): WorkerLog {
  const file = createWriteStream(join(dataDir, 'worker.log'));
  return {
    write: (level, message) => {
      file.write(`${level} ${message}\n`);
      if (LOUD.has(level) && !isQuiet) console.error(`[worker] ${message}`);
    },
    close: () => file.end(),
  };
}
