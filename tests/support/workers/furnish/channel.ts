import type { Furnished, Owner } from './all.ts';

/** A channel of the organization. */
export async function furnishChannel(owner: Owner, { organizationId }: Furnished): Promise<Furnished> {
  const answer = await owner.post(`/api/organizations/${organizationId}/channels`, {
    name: 'Furnished',
    slug: 'furnished',
  });
  if (answer.status !== 201) throw new Error(`channel: ${answer.status} ${await answer.text()}`);
  const { id: channelId } = await answer.json<{ id: string }>();
  return { channelId };
}
