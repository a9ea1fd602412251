import { asc, eq, sql } from 'drizzle-orm';
import { videos } from '#tables/library.ts';
import { chapters } from '#tables/outline.ts';
import { settingsOf } from '#worker/accounts/organization-settings.ts';
import type { Viewer } from '#worker/accounts/viewer.ts';
import type { Database } from '#worker/db/client.ts';
import { getVideoAlong } from '#worker/library/videos.queries.ts';

/** A video, its outline, and whose pages may show it: one request. Throws NOT_FOUND. */
export async function getEmbedded(db: Database, viewer: Viewer, idOrShortId: string) {
  const { video, results } = await getVideoAlong(
    db,
    viewer,
    idOrShortId,
    (db, videoId) =>
      [
        db
          .select({
            title: chapters.title,
            startSeconds: chapters.startSeconds,
            endSeconds: chapters.endSeconds,
          })
          .from(chapters)
          .where(eq(chapters.videoId, videoId))
          .orderBy(asc(chapters.position)),
        db
          .select({ domains: sql<string[] | null>`app.embed_domains(${videos.organizationId})` })
          .from(videos)
          .where(eq(videos.id, videoId)),
      ] as const,
  );
  const [outline, [row]] = results;
  const { embedDomains: ofAll } = settingsOf({ embedDomains: row?.domains ?? [] });
  return { video, chapters: outline, domains: video.embedDomains ?? ofAll };
}
