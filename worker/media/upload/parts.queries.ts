import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { videos } from '#tables/library.ts';
import { uploads } from '#tables/uploads.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import type { Progress, StoredPart } from './receive-body.ts';

const MEDIA = serviceActor('service:media');

type Step = { from: Progress; to: Progress };

/** Each write names the offset it starts from: whoever comes second changes no row and learns it (U5). */
const stillAt = (id: string, offsetBytes: number): SQL | undefined =>
  and(eq(uploads.id, id), eq(uploads.offsetBytes, offsetBytes), isNull(uploads.completedAt));

/**
 * A part number of one's own. R2 lets a later write of a number replace an earlier one, so two writers must
 * never share one; numbers have to ascend, not to be without gaps. A claim is an entry without an etag.
 */
export async function claimPart(db: Database, id: string, offsetBytes: number): Promise<number | undefined> {
  const next = sql`coalesce((
    select max((part->>'partNumber')::int) from jsonb_array_elements(${uploads.parts}) as claimed(part)), 0) + 1`;
  const [[claimed]] = await runAs(db, MEDIA, (db) => [
    db
      .update(uploads)
      .set({ parts: sql`${uploads.parts} || jsonb_build_object('partNumber', ${next}, 'etag', '')` })
      .where(stillAt(id, offsetBytes))
      .returning({ partNumber: sql<number>`(${uploads.parts}->-1->>'partNumber')::int` }),
  ]);
  return claimed?.partNumber;
}

export async function commitPart(
  db: Database,
  id: string,
  { from, to, part: { partNumber, etag } }: Step & { part: StoredPart },
): Promise<boolean> {
  const parts = sql`(
    select jsonb_agg(
      case when (part->>'partNumber')::int = ${partNumber}::int
        then jsonb_build_object('partNumber', ${partNumber}::int, 'etag', ${etag}::text) else part end
      order by place)
    from jsonb_array_elements(${uploads.parts}) with ordinality as claimed(part, place))`;
  return move(db, id, { from, to, parts });
}

export async function commitTail(db: Database, id: string, step: Step): Promise<boolean> {
  return move(db, id, { ...step, parts: sql`${uploads.parts}` });
}

async function move(db: Database, id: string, { from, to, parts }: Step & { parts: SQL }): Promise<boolean> {
  const [moved] = await runAs(db, MEDIA, (db) => [
    db
      .update(uploads)
      .set({ offsetBytes: to.offsetBytes, tailBytes: to.tailBytes, parts })
      .where(stillAt(id, from.offsetBytes))
      .returning({ id: uploads.id }),
  ]);
  return moved.length === 1;
}

/** The parts that count, in the order of their bytes, and whether the video still waits for them. */
export async function listParts(
  db: Database,
  id: string,
): Promise<{ parts: StoredPart[]; isVideoComplete: boolean }> {
  const [[upload]] = await runAs(db, MEDIA, (db) => [
    db
      .select({ parts: uploads.parts, processingStatus: videos.processingStatus })
      .from(uploads)
      .innerJoin(videos, eq(videos.id, uploads.videoId))
      .where(eq(uploads.id, id)),
  ]);
  const parts = (upload?.parts ?? []).filter((part) => part.etag !== '');
  return {
    parts: parts.sort((a, b) => a.partNumber - b.partNumber),
    isVideoComplete: upload?.processingStatus === 'complete',
  };
}
