import type { ChildProcess } from 'node:child_process';

const servers = new Set<ChildProcess>();
let isWatching = false;

/** Ends the server when this process exits by an exception. Returns how to stop watching it. */
export function endWithHost(server: ChildProcess): () => void {
  servers.add(server);
  if (!isWatching) process.once('exit', () => servers.forEach((server) => server.kill('SIGQUIT')));
  isWatching = true;
  return () => servers.delete(server);
}
