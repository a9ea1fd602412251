import type { Furnished, Owner } from './all.ts';

/** A tag of the organization. */
export async function furnishTags(owner: Owner, { organizationId }: Furnished): Promise<Furnished> {
  const answer = await owner.post(`/api/organizations/${organizationId}/tags`, { name: 'furnished' });
  if (answer.status !== 201) throw new Error(`tag: ${answer.status} ${await answer.text()}`);
  const { id: tagId } = await answer.json<{ id: string }>();
  return { tagId };
}
