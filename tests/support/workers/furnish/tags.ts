import type { Furnished, Owner } from './all.ts';

/** A tag of the organization, and one of everybody’s categories. */
export async function furnishTags(owner: Owner, { organizationId }: Furnished): Promise<Furnished> {
  const answer = await owner.post(`/api/organizations/${organizationId}/tags`, { name: 'furnished' });
  if (answer.status !== 201) throw new Error(`tag: ${answer.status} ${await answer.text()}`);
  const { id: tagId } = await answer.json<{ id: string }>();
  const listed = await (await owner.get('/api/categories')).json<{ items: { id: string }[] }>();
  return { tagId, categoryId: listed.items[0]?.id ?? '' };
}
