import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { StartError } from './start-error.ts';

/** A port nobody listens on right now. */
export const findFreePort = (): Promise<number> => listenBriefly(0, '127.0.0.1');

/** Fails in one line when `port` cannot be listened on, before anything else is started. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  try {
    await listenBriefly(port, host);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const reason =
      code === 'EADDRINUSE'
        ? `Port ${port} is already taken: stop what listens there, or choose another with PORT=<port>.`
        : code === 'EACCES'
          ? `Port ${port} needs more rights than this user has: choose one above 1023 with PORT=<port>.`
          : `Cannot listen on ${host}:${port} (${code ?? String(cause)}).`;
    throw new StartError(reason, { cause });
  }
}

function listenBriefly(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      server.close(() => resolve(taken));
    });
  });
}
