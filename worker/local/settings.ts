import { StartError } from './start-error.ts';

export type Settings = { port: number; host: string; dataDir: string };

/** What a person may choose when starting, from the environment. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const { PORT = '', HOST = '', LOCKSTEP_DATA = '' } = env;
  return { port: readPort(PORT), host: HOST || '127.0.0.1', dataDir: LOCKSTEP_DATA || '.data' };
}

function readPort(text: string): number {
  if (text === '') return 8787;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new StartError(`PORT must be a number from 1 to 65535, not "${text}".`);
}
