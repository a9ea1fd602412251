/**
 * What others would write for the same work: a plain Node server, in a process of its own, that makes a comment of each
 * message and broadcasts it. `ws` and `socket.io` pass each on at once; `ws-ticks` gathers them by hand and passes them
 * on together as often as the room does. None of them stores, acknowledges or checks anything. Prints its port.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { WebSocketServer, type WebSocket } from 'ws';
import type { CommentPost } from '#protocol/comment.ts';
import { postedComment, viewOf } from '#rooms/state/comment.ts';

/** As often as the room ticks with so many sockets. */
const tickMs = (sockets: number): number => Math.max(100, sockets / 7);

const AUTHOR = {
  userId: '0198a000-0000-7000-8000-000000000001',
  name: 'Viewer 1',
  isGuest: true,
  role: 'control' as const,
};

let seq = 0;
function eventOf(op: CommentPost): object {
  seq += 1;
  return { kind: 'comment', seq, comment: viewOf(postedComment(op, AUTHOR, Date.now())) };
}

const http = createServer();
const kind = process.argv[2] ?? 'ws';

function serveWebSockets(tell: (sockets: ReadonlySet<WebSocket>, event: object) => void): void {
  const server = new WebSocketServer({ server: http, perMessageDeflate: false });
  server.on('connection', (socket) =>
    socket.on('message', (data: Buffer) =>
      tell(server.clients, eventOf(JSON.parse(data.toString()) as CommentPost)),
    ),
  );
}

function sendAll(sockets: ReadonlySet<WebSocket>, events: object[]): void {
  const text = JSON.stringify({ t: 'events', epoch: 1, seq, events });
  for (const socket of sockets) socket.send(text);
}

let waiting: object[] = [];
function gather(sockets: ReadonlySet<WebSocket>, event: object): void {
  waiting.push(event);
  if (waiting.length > 1) return;
  setTimeout(() => {
    sendAll(sockets, waiting);
    waiting = [];
  }, tickMs(sockets.size));
}

if (kind === 'ws') serveWebSockets((sockets, event) => sendAll(sockets, [event]));
if (kind === 'ws-ticks') serveWebSockets(gather);
if (kind === 'socket.io') {
  const server = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
  server.on('connection', (socket) =>
    socket.on('post', (op: CommentPost) => server.emit('events', { epoch: 1, seq, events: [eventOf(op)] })),
  );
}
http.listen(0, '127.0.0.1', () => console.log((http.address() as AddressInfo).port));
