import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { sessions } from '#tables/accounts.ts';
import { comeInAs, signUp, Visitor, type Asked } from '#tests/support/workers/visitor.ts';
import { SCOPES, type Scope } from '#worker/http/scope.ts';
import { createDatabase } from '#worker/db/client.ts';

/** A program that shows a key, and keeps no cookies. */
export class KeyHolder extends Visitor {
  readonly #key: string;

  constructor(key: string) {
    super();
    this.#key = key;
  }

  override ask(method: string, path: string, asked: Asked = {}): Promise<Response> {
    this.cookies.clear();
    return super.ask(method, path, {
      ...asked,
      headers: { authorization: `Bearer ${this.#key}`, ...asked.headers },
    });
  }
}

interface MadeKey {
  id: string;
  key: string;
}

export async function keyOf(
  owner: Visitor,
  scopes: readonly Scope[] = SCOPES,
): Promise<KeyHolder & { keyId: string }> {
  const answer = await owner.post('/api/me/keys', { name: 'Robot', scopes });
  if (answer.status !== 201) throw new Error(`key: ${answer.status} ${await answer.text()}`);
  const { id, key } = await answer.json<MadeKey>();
  return Object.assign(new KeyHolder(key), { keyId: id });
}

/** Somebody whose session has run out while the browser still shows its cookie. */
export async function expired(name: string): Promise<Visitor> {
  const visitor = await signUp(name);
  await createDatabase(env.AUTH_DATABASE_URL)
    .update(sessions)
    .set({ expiresAt: new Date('2026-01-01') })
    .where(eq(sessions.userId, visitor.id));
  return visitor;
}

/** Somebody whose only session was ended from elsewhere. */
export async function signedOutElsewhere(name: string): Promise<Visitor> {
  const visitor = await signUp(name);
  await createDatabase(env.AUTH_DATABASE_URL).delete(sessions).where(eq(sessions.userId, visitor.id));
  return visitor;
}

export async function revokedKey(name: string): Promise<KeyHolder> {
  const owner = await signUp(name);
  const holder = await keyOf(owner);
  const answer = await owner.delete(`/api/me/keys/${holder.keyId}`);
  if (answer.status !== 204) throw new Error(`revoking a key: ${answer.status}`);
  return holder;
}

export const guest = (): Promise<Visitor> => comeInAs('Guest');
