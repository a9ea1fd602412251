import type { Visitor } from '../visitor.ts';
import type { Furnished } from './all.ts';

/** An API key. */
export async function furnishKey(owner: Visitor & { id: string }): Promise<Furnished> {
  const answer = await owner.post('/api/me/keys', { name: 'Robot', scopes: ['videos:read'] });
  if (answer.status !== 201) throw new Error(`key: ${answer.status} ${await answer.text()}`);
  const { id } = await answer.json<{ id: string }>();
  return { keyId: id };
}
