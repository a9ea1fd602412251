import { asc, eq, sql, type SQL } from 'drizzle-orm';
import { videos } from '#tables/library.ts';
import { chapters } from '#tables/outline.ts';
import { transcripts } from '#tables/transcripts.ts';
import { settingsOf } from '#worker/accounts/organization-settings.ts';
import type { Viewer } from '#worker/accounts/viewer.ts';
import type { Database } from '#worker/db/client.ts';
import { getVideoAlong, type VideoRow } from '#worker/library/videos.queries.ts';

const selectOutline = (db: Database, videoId: SQL<string>) =>
  db
    .select({ title: chapters.title, startSeconds: chapters.startSeconds, endSeconds: chapters.endSeconds })
    .from(chapters)
    .where(eq(chapters.videoId, videoId))
    .orderBy(asc(chapters.position));

const selectDomains = (db: Database, videoId: SQL<string>) =>
  db
    .select({ domains: sql<string[] | null>`app.embed_domains(${videos.organizationId})` })
    .from(videos)
    .where(eq(videos.id, videoId));

const selectLanguages = (db: Database, videoId: SQL<string>) =>
  db
    .select({ language: transcripts.language, isDefault: transcripts.isDefault })
    .from(transcripts)
    .where(eq(transcripts.videoId, videoId))
    .orderBy(asc(transcripts.language));

/** The sites that may show a video: its own list, or that of its organization. */
function domainsOf(video: VideoRow, [row]: { domains: string[] | null }[]): readonly string[] {
  const { embedDomains } = settingsOf({ embedDomains: row?.domains ?? [] });
  return video.embedDomains ?? embedDomains;
}

/** A video, its outline, and whose pages may show it: one request. Throws NOT_FOUND. */
export async function getEmbedded(db: Database, viewer: Viewer, idOrShortId: string) {
  const { video, results } = await getVideoAlong(
    db,
    viewer,
    idOrShortId,
    (db, videoId) => [selectOutline(db, videoId), selectDomains(db, videoId)] as const,
  );
  const [outline, domains] = results;
  return { video, chapters: outline, domains: domainsOf(video, domains) };
}

/** The same with the languages of its captions. */
export async function getNamed(db: Database, viewer: Viewer, idOrShortId: string) {
  const { video, results } = await getVideoAlong(
    db,
    viewer,
    idOrShortId,
    (db, videoId) =>
      [selectOutline(db, videoId), selectDomains(db, videoId), selectLanguages(db, videoId)] as const,
  );
  const [outline, domains, languages] = results;
  return { video, chapters: outline, domains: domainsOf(video, domains), transcripts: languages };
}
