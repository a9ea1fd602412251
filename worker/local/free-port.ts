import { createServer } from 'node:net';
import { StartError } from './start-error.ts';

// Below the range the system takes for outgoing connections: one of those cannot come in between.
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** A port nobody listens on right now. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  listenBriefly(port, '127.0.0.1').then(
    () => true,
    () => false,
  );

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

function listenBriefly(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      server.close(() => resolve());
    });
  });
}
