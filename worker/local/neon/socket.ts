import type { Server } from 'node:http';
import { connect } from 'node:net';
import { createWebSocketStream, WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { Faults } from './faults.ts';

/** Carries PostgreSQL's own protocol over a WebSocket, byte for byte: what the driver's `Pool` and `Client` speak. */
export function serveSockets(server: Server, postgresPort: number, faults: Faults): { close(): void } {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const cutAll = (): void => sockets.clients.forEach((socket) => socket.terminate());
  server.on('upgrade', (request, connection, head) => {
    if (faults.isPaused || !request.url?.startsWith('/v2')) return void connection.destroy();
    sockets.handleUpgrade(request, connection, head, (socket) => bridge(socket, postgresPort));
  });
  faults.on('paused', cutAll);
  return { close: cutAll };
}

function bridge(socket: WebSocket, postgresPort: number): void {
  const database = connect(postgresPort, '127.0.0.1').setNoDelay(true);
  const stream = createWebSocketStream(socket);
  stream.on('error', () => database.destroy());
  stream.on('close', () => database.destroy());
  database.on('error', () => socket.terminate());
  stream.pipe(database).pipe(stream);
}
