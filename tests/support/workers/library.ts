import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { videos } from '#tables/library.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import { createDatabase } from '#worker/db/client.ts';
import type { Video } from '#worker/library/view.ts';
import type { Visitor } from './visitor.ts';

interface Wanted {
  title?: string;
  visibility?: string;
  tags?: string[];
  durationSeconds?: number | null;
}

/** A video of somebody's, as if its file had been taken in: playable, a minute long. */
export async function makeVideo(owner: Visitor, wanted: Wanted = {}): Promise<Video> {
  const { durationSeconds = 60, ...draft } = wanted;
  const answer = await owner.post('/api/videos', { title: 'Bunny', visibility: 'public', ...draft });
  if (answer.status !== 201) throw new Error(`video: ${answer.status} ${await answer.text()}`);
  const video = await answer.json<Video>();
  await editAsMedia(video.id, {
    processingStatus: 'complete',
    processingProgress: 100,
    mediaVersion: 'v1',
    thumbnailKey: 'poster',
    durationSeconds,
    width: 1280,
    height: 720,
    frameRateNum: 24,
    frameRateDen: 1,
  });
  return video;
}

/** What only the media pipeline writes. */
export const editAsMedia = (id: string, edit: Partial<typeof videos.$inferInsert>) =>
  runAs(
    createDatabase(env.DATABASE_URL),
    serviceActor('service:media'),
    (db) => [db.update(videos).set(edit).where(eq(videos.id, id))] as const,
  );
