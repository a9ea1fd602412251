import { and, eq, isNull, ne } from 'drizzle-orm';
import { videos } from '#tables/library.ts';
import { uploads } from '#tables/uploads.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import type { Ingested } from '../ingest.ts';
import type { Upload } from './uploads.queries.ts';

const MEDIA = serviceActor('service:media');

/** Tells the video how its file turned out and closes the upload, in one transaction; again is harmless. */
export async function saveOutcome(
  db: Database,
  upload: Upload,
  { outcome, now }: { outcome: Ingested; now: Date },
): Promise<void> {
  const waiting = and(eq(videos.id, upload.videoId), ne(videos.processingStatus, 'complete'));
  await runAs(db, MEDIA, (db) => [
    db
      .update(videos)
      .set({ mediaKey: upload.storageKey, fileSizeBytes: upload.lengthBytes, ...columnsOf(outcome) })
      .where(waiting),
    db
      .update(uploads)
      .set({ completedAt: now })
      .where(and(eq(uploads.id, upload.id), isNull(uploads.completedAt))),
  ]);
}

function columnsOf(outcome: Ingested) {
  if (outcome.kind === 'refused') {
    const { mimeType, reason } = outcome;
    return { processingStatus: 'error' as const, processingError: reason, mimeType };
  }
  const { facts, version, mimeType } = outcome;
  const frameRate = facts.isVariableFrameRate ? undefined : facts.frameRate;
  return {
    processingStatus: 'complete' as const,
    processingProgress: 100,
    processingError: null,
    mimeType,
    mediaVersion: version,
    durationSeconds: Math.max(0.001, Math.round(facts.durationSeconds * 1000) / 1000),
    width: facts.width ?? null,
    height: facts.height ?? null,
    frameRateNum: frameRate?.num ?? null,
    frameRateDen: frameRate?.den ?? null,
  };
}
