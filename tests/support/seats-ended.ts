import { once } from 'node:events';
import { SocketClient } from '#tests/rooms/socket-client.ts';
import { ApiSession } from '../../worker/local/seed/api.ts';
import { signUp } from './people.ts';

/** A program that shows a key. */
class KeySession extends ApiSession {
  readonly #key: string;

  constructor(origin: string, key: string) {
    super(origin);
    this.#key = key;
  }

  override send(method: string, path: string, headers: Record<string, string> = {}, body?: BodyInit) {
    return super.send(method, path, { ...headers, authorization: `Bearer ${this.#key}` }, body);
  }
}

const ROOMS = 5;
/** Of every socket of those that end: how it was closed, and how long that took from the request on. */
export interface SeatsEnded {
  codes: number[];
  closedMs: number;
}
export type WaysToLeave = Record<'session ended' | 'API key revoked', () => Promise<SeatsEnded>>;

/** Ways to end what somebody has opened sockets by, each in five rooms; once a call. */
export async function waysToLeave(origin: string): Promise<WaysToLeave> {
  const ada = await signUp(origin, 'Ada');
  const rooms = await Promise.all(
    Array.from({ length: ROOMS }, () =>
      ada.session.json<{ id: string }>('POST', '/api/videos', { title: 'Bunny', visibility: 'private' }),
    ),
  );
  const timeEnd = async (holder: ApiSession, end: () => Promise<unknown>): Promise<SeatsEnded> => {
    const clients = await Promise.all(rooms.map(({ id }) => SocketClient.join(holder, id)));
    const closed = clients.map(async ({ socket }) => {
      const [code] = (await once(socket, 'close')) as [number];
      return { code, atMs: performance.now() };
    });
    const begunMs = performance.now();
    const [, ...ends] = await Promise.all([end(), ...closed]);
    return {
      codes: ends.map(({ code }) => code),
      closedMs: Math.max(...ends.map(({ atMs }) => atMs)) - begunMs,
    };
  };
  return {
    'session ended': async () => {
      const elsewhere = new ApiSession(origin);
      const { email, password } = ada;
      await elsewhere.json('POST', '/api/auth/sign-in/email', { email, password });
      return timeEnd(elsewhere, () => ada.session.json('DELETE', '/api/me/sessions'));
    },
    'API key revoked': async () => {
      const wanted = { name: 'Robot', scopes: ['rooms:join'], expiresAt: null };
      const { id, key } = await ada.session.json<{ id: string; key: string }>('POST', '/api/me/keys', wanted);
      return timeEnd(new KeySession(origin, key), () => ada.session.send('DELETE', `/api/me/keys/${id}`));
    },
  };
}
