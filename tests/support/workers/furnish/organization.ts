import type { Furnished, Owner } from './all.ts';

/** A team of the owner's, and an open invitation to it. */
export async function furnishOrganization(owner: Owner): Promise<Furnished> {
  const made = await owner.post('/api/organizations', {
    name: 'Furnished',
    slug: `furnished-${crypto.randomUUID().slice(0, 13)}`,
  });
  if (made.status !== 201) throw new Error(`organization: ${made.status} ${await made.text()}`);
  const { id: organizationId } = await made.json<{ id: string }>();
  const invited = await owner.post(`/api/organizations/${organizationId}/invitations`, { maxUses: 1000 });
  if (invited.status !== 201) throw new Error(`invitation: ${invited.status} ${await invited.text()}`);
  const { id: invitationId, token: invitationToken } = await invited.json<{ id: string; token: string }>();
  return { organizationId, invitationId, invitationToken };
}
