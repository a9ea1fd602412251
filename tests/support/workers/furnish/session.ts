import { PASSWORD, Visitor } from '../visitor.ts';
import type { Furnished, Owner } from './all.ts';

/** A session of the owner's on another device, for them to end: not the one they come by. */
export async function furnishSession(owner: Owner): Promise<Furnished> {
  const { email } = await (await owner.get('/api/me')).json<{ email: string }>();
  await new Visitor().post('/api/auth/sign-in/email', { email, password: PASSWORD });
  const answer = await owner.get('/api/me/sessions');
  const { items } = await answer.json<{ items: { id: string; isCurrent: boolean }[] }>();
  return { sessionId: items.find(({ isCurrent }) => !isCurrent)?.id ?? '' };
}
