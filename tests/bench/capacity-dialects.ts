import { PROTOCOL_VERSION } from '#protocol/version.ts';

/** How a crowd speaks with one kind of server; all of it text. */
export interface Dialect {
  /** Sent as soon as the socket is open. */
  greeting: string | undefined;
  /** Answers a frame that asks for an answer: such frames are short. */
  answer(text: Buffer): string | undefined;
  /** Whether this frame says that one is in. */
  isWelcome(text: Buffer): boolean;
  post(id: string, content: string): string;
}

/** What everyone says, again and again. */
export const CONTENT = 'The light on that cloud!';

const startsWith = (text: Buffer, beginning: string): boolean =>
  text.toString('latin1', 0, beginning.length) === beginning;

const post = (id: string, content: string): string => JSON.stringify({ t: 'comment.post', id, content });

const MARK = '{"t":"mark",';

const room: Dialect = {
  greeting: JSON.stringify({ t: 'hello', version: PROTOCOL_VERSION }),
  // The room asks now and then how far one has read.
  answer: (text) =>
    startsWith(text, MARK) ? `{"t":"heard",${text.toString('latin1', MARK.length)}` : undefined,
  isWelcome: (text) => startsWith(text, '{"t":"welcome"'),
  post,
};

const ws: Dialect = { greeting: undefined, answer: () => undefined, isWelcome: () => true, post };

/** Engine.IO's packets, version 4, over a WebSocket from the start. */
const socketIo: Dialect = {
  greeting: undefined,
  answer: (text) => (startsWith(text, '0{') ? '40' : startsWith(text, '2') ? '3' : undefined),
  isWelcome: (text) => startsWith(text, '40'),
  post: (id, content) => `42${JSON.stringify(['post', { t: 'comment.post', id, content }])}`,
};

export const DIALECTS = { room, ws, socketIo };
export type DialectName = keyof typeof DIALECTS;
