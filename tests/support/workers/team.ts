import { env } from 'cloudflare:workers';
import { sql } from 'drizzle-orm';
import { videos } from '#tables/library.ts';
import { makeShortId } from '#worker/library/short-id.ts';
import { runAs } from '#worker/db/actor.ts';
import { createDatabase } from '#worker/db/client.ts';
import type { Visitor } from './visitor.ts';

type Somebody = Visitor & { id: string };
export interface Team {
  id: string;
  slug: string;
}

/** A team of somebody's, with these members. */
export async function foundTeam(
  owner: Somebody,
  members: [who: Somebody, role: 'OWNER' | 'ADMIN' | 'MEMBER'][] = [],
): Promise<Team> {
  const answer = await owner.post('/api/organizations', {
    name: 'Acme',
    slug: `team-of-${crypto.randomUUID().slice(0, 13)}`,
  });
  if (answer.status !== 201) throw new Error(`team: ${answer.status} ${await answer.text()}`);
  const team = await answer.json<Team>();
  for (const [who, role] of members)
    await asOwner(
      owner,
      sql`insert into organization_members (organization_id, user_id, role)
        values (${team.id}::uuid, ${who.id}::uuid, ${role}::organization_role)`,
    );
  return team;
}

/** A video of a team, as if its file had been taken in. */
export async function makeTeamVideo(
  author: Somebody,
  team: Team,
  visibility: 'public' | 'organization' | 'private' = 'organization',
): Promise<{ id: string; shortId: string }> {
  const shortId = makeShortId();
  const made = { shortId, title: 'Bunny', visibility, authorId: author.id, organizationId: team.id };
  const [rows] = await runAs(
    createDatabase(env.DATABASE_URL),
    { role: 'registered', userId: author.id },
    (db) => [db.insert(videos).values(made).returning({ id: videos.id })] as const,
  );
  return { id: rows[0]?.id ?? '', shortId };
}

const asOwner = (owner: Somebody, query: ReturnType<typeof sql>) =>
  runAs(
    createDatabase(env.DATABASE_URL),
    { role: 'registered', userId: owner.id },
    (db) => [db.execute(query)] as const,
  );
