import type { Furnished, Owner } from './all.ts';

/** A series of the organization. */
export async function furnishSeries(owner: Owner, { organizationId }: Furnished): Promise<Furnished> {
  const answer = await owner.post(`/api/organizations/${organizationId}/series`, { name: 'Furnished' });
  if (answer.status !== 201) throw new Error(`series: ${answer.status} ${await answer.text()}`);
  const { id: seriesId } = await answer.json<{ id: string }>();
  return { seriesId };
}
